"""A page that loses its connection to jupyter-server, again and again, while its notebook is busy.

Arguments: how many overlapping reconnects, how many hard ones, a seed, a kernel's name. An overlapping one opens a
second websocket of the same session while the first counts as open, as a page does after sleep; a hard one resets the
connection first. Prints one line of JSON: what was answered, and which names were lost.
"""

import json
import os
import random
import secrets
import socket
import struct
import subprocess
import sys
import threading
import time
import urllib.request
import uuid

import websocket

overlapping, hard, seed = (int(text) for text in sys.argv[1:4])
kernel_name = sys.argv[4]
patience = 60
rng = random.Random(seed)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


port, token = free_port(), secrets.token_hex(8)
server = subprocess.Popen(
    [
        sys.executable, "-m", "jupyter_server", "--no-browser", f"--port={port}", f"--IdentityProvider.token={token}",
        "--ServerApp.log_level=CRITICAL", "--ServerApp.jpserver_extensions={}", *(["--allow-root"] if os.geteuid() == 0 else []),
    ],
    stdout=sys.stderr,
)
headers = {"Authorization": f"token {token}"}


def call(method, path, content=None):
    data = None if content is None else json.dumps(content).encode()
    request = urllib.request.Request(f"http://127.0.0.1:{port}/api/{path}", data=data, headers=headers, method=method)
    with urllib.request.urlopen(request, timeout=patience) as answer:
        text = answer.read()
        return json.loads(text) if text else None


class Page:
    """One front end: a session id that stays, a connection that does not."""

    def __init__(self, kernel):
        self.kernel = kernel
        self.session = uuid.uuid4().hex
        self.seen = {}
        self.changed = threading.Condition()
        self.socket = self.connect()

    def connect(self):
        url = f"ws://127.0.0.1:{port}/api/kernels/{self.kernel}/channels?session_id={self.session}"
        opened = websocket.create_connection(url, header=headers, timeout=patience)
        threading.Thread(target=self.listen, args=(opened,), daemon=True).start()
        return opened

    def listen(self, opened):
        try:
            while True:
                text = opened.recv()
                if not text:
                    return
                message = json.loads(text)
                with self.changed:
                    kind = message["msg_type"]
                    if kind == "status":
                        kind = message["content"]["execution_state"]
                    self.seen.setdefault(message["parent_header"].get("msg_id"), {})[kind] = message["content"]
                    self.changed.notify_all()
        except (OSError, websocket.WebSocketException, ValueError):
            return  # this connection is gone

    def send(self, kind, content, channel="shell"):
        identity = uuid.uuid4().hex
        header = {"msg_id": identity, "msg_type": kind, "session": self.session, "username": "page", "version": "5.3", "date": ""}
        message = {"channel": channel, "header": header, "parent_header": {}, "metadata": {}, "content": content}
        self.socket.send(json.dumps(message))
        return identity

    def execute(self, code):
        return self.send("execute_request", {"code": code, "silent": False, "allow_stdin": True, "stop_on_error": True})

    def wait(self, identity, *kinds, seconds=patience):
        """Everything seen for a request once these kinds are there; None if they never come."""
        end = time.time() + seconds
        with self.changed:
            while not all(kind in self.seen.get(identity, {}) for kind in kinds):
                if not self.changed.wait(max(0, end - time.time())):
                    return None
            return self.seen[identity]

    def overlap(self):
        before = self.socket
        self.socket = self.connect()
        before.shutdown()

    def drop(self):
        raw = self.socket.sock
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # reset, without a word
        raw.close()
        time.sleep(rng.random() * 0.1)
        self.socket = self.connect()


def cell(number):
    """One of a notebook's cells: each leaves a name, and keeps the kernel busy in its own way."""
    work = [
        "",
        "for (let i = 0; i < 200; i++) console.log(i)",
        "for (const end = Date.now() + 60; Date.now() < end;);",
        "await new Promise((done) => setTimeout(done, 60))",
        "for (let i = 0; i < 20; i++) { display(i); await new Promise((done) => setTimeout(done, 2)) }",
        "setTimeout(() => console.log('late'), 80)",
    ]
    return f"const name{number} = {number}; {rng.choice(work)}"


def is_deaf(page, kernel):
    """Whether the server has left a connection without a kernel: another page is answered, this one on no channel.

    With ipykernel it does so, too, on a busy machine, about once in a thousand reconnects. A page cannot tell but by waiting.
    """
    control = page.wait(page.send("kernel_info_request", {}, "control"), "kernel_info_reply", seconds=10)
    other = Page(kernel)
    answered = other.wait(other.execute("1"), "execute_reply", "idle", seconds=20)
    other.socket.close()
    return control is None and answered is not None


def run():
    for _ in range(600):
        try:
            kernel = call("POST", "kernels", {"name": kernel_name})["id"]
            break
        except OSError:
            time.sleep(0.1)
    page = Page(kernel)
    page.wait(page.execute("1"), "execute_reply", "idle")
    kinds = ["overlapping"] * overlapping + ["hard"] * hard
    rng.shuffle(kinds)
    result = {"overlapping": 0, "hard": 0, "cells": 0, "answered": 0, "slowest": 0, "unanswered": [], "deaf": 0}
    begun = []
    for turn, kind in enumerate(kinds):
        waiting = []
        for number in range(turn * 4, turn * 4 + 3):
            waiting.append((number, page.execute(cell(number))))
        time.sleep(rng.random() * 0.15)
        (page.overlap if kind == "overlapping" else page.drop)()
        result[kind] += 1
        # What the page asks from now on is answered. What was on its way may have been lost with the connection; what
        # the kernel had begun was run.
        for number in [turn * 4 + 3]:
            sent = time.time()
            identity = page.execute(cell(number))
            result["cells"] += 1
            answer = page.wait(identity, "execute_reply", "idle", seconds=30)
            if answer is None and is_deaf(page, kernel):
                result["deaf"] += 1
                page.overlap()
                identity = page.execute(cell(number))
                answer = page.wait(identity, "execute_reply", "idle")
            if answer is None or answer["execute_reply"]["status"] != "ok":
                # Was the question lost, or the answer? The name is there only if the kernel was asked.
                page.overlap()
                asked = page.wait(page.execute(f"typeof name{number}"), "execute_reply", "execute_result", seconds=20)
                known = asked and asked["execute_result"]["data"]["text/plain"]
                result["unanswered"].append(
                    f"after {kind} reconnect {turn}: {answer and answer['execute_reply']}, "
                    f"over the next connection: seen {list(page.seen.get(identity, {}))}, name {known}"
                )
            else:
                result["answered"] += 1
                begun.append(number)
            result["slowest"] = max(result["slowest"], round(time.time() - sent, 2))
        begun += [number for number, identity in waiting if page.seen.get(identity)]
        if len(result["unanswered"]) > 2:
            break
    # A question that stands over both kinds of reconnect is still answered.
    for reconnect in (page.overlap, page.drop):
        asked = page.execute("const answer = await input('? '); answer")
        page.wait(asked, "input_request")
        reconnect()
        page.send("input_reply", {"value": "typed", "status": "ok"}, "stdin")
        known = page.execute("answer")
        shown = page.wait(known, "execute_reply", "idle", "execute_result", seconds=20)
        result.setdefault("questions", []).append(shown and shown["execute_result"]["data"]["text/plain"])
    lost = []
    for start in range(0, len(begun), 50):
        some = begun[start : start + 50]
        checks = ",".join(f"[{n}, typeof name{n} === 'undefined' ? undefined : name{n}]" for n in some)
        checked = page.wait(page.execute(f"JSON.stringify([{checks}].filter(([n, value]) => n !== value))"), "execute_reply", "idle")
        text = checked and checked.get("execute_result", {"data": {}})["data"].get("text/plain")
        if text != "'[]'":
            lost.append(text)
    result["names"], result["lost"] = len(begun), lost
    print(json.dumps(result), flush=True)
    call("DELETE", f"kernels/{kernel}")


try:
    run()
finally:
    server.terminate()
    server.wait()
