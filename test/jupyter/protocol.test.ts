/** The checks that kernel.md §4 names for kernel-testbed, and what a kernel must survive. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Content } from "../../kernel/jupyter/shared/message.ts";
import { findJupyter, skipWithout } from "./tools/jupyter.ts";
import { executeContent, Peer } from "./tools/peer.ts";
import { alsoLate, contentsOf, errorOf, partOf, resultOf, streamOf, typesOf } from "./tools/shown.ts";

const jupyter = await findJupyter();

for (const transport of ["tcp", "ipc"] as const) {
  describe(`the protocol over ${transport}`, { skip: skipWithout(jupyter) }, () => {
    let peer: Peer;
    before(async () => {
      if (!("reason" in jupyter)) peer = await Peer.start(jupyter, { transport });
    });
    after(() => peer?.close());

    test("a client that subscribes is welcomed before it is told anything", () => {
      const [first, second] = peer.orphans;
      assert.equal(first?.header.msg_type, "iopub_welcome");
      assert.deepEqual(second?.content, { execution_state: "starting" });
    });

    test("heartbeat answers, also while a cell is busy", async () => {
      assert.equal(await peer.beat(), "ping");
      const busy = peer.send(
        "execute_request",
        executeContent("for (const end = Date.now() + 600; Date.now() < end;);"),
      );
      await peer.until(() => busy.published.length >= 2, "the cell's start");
      assert.equal(await peer.beat(), "ping");
      assert.equal(busy.idle, false, "the beat must not wait for the cell");
      await peer.whole(busy);
    });

    test("kernel_info says what the kernel is", async () => {
      const { reply } = await peer.ask("kernel_info_request", {});
      const { status, protocol_version: version, language_info: language, banner } = reply.content;
      assert.deepEqual([status, version, typeof banner], ["ok", "5.5", "string"]);
      assert.equal((language as Content).name, "typescript");
      assert.equal((language as Content).file_extension, ".ts");
      assert.ok(Array.isArray(reply.content.supported_features));
    });

    test("busy comes first, idle last, and execute_input says code and count", async () => {
      const exchange = await peer.execute("console.log('a'); 5");
      assert.deepEqual(typesOf(exchange), ["status", "execute_input", "stream", "execute_result", "status"]);
      assert.deepEqual(
        contentsOf(exchange, "status").map((content) => content.execution_state),
        ["busy", "idle"],
      );
      const [input] = contentsOf(exchange, "execute_input");
      assert.equal(input?.code, "console.log('a'); 5");
      assert.equal(input?.execution_count, exchange.reply.content.execution_count);
    });

    test("every message names its request as parent", async () => {
      const { id, published, reply } = await peer.execute("console.log(1); display(2); 3");
      for (const { parentHeader, header } of [...published, reply]) {
        assert.equal(parentHeader?.msg_id, id, header.msg_type);
        assert.equal(parentHeader?.session, peer.session);
        assert.equal(header.version, "5.5");
        assert.notEqual(header.msg_id, id);
      }
      assert.deepEqual(reply.identities.length, 0);
    });

    test("execution_count rises by one, also where a cell fails", async () => {
      const count = async (code: string): Promise<number> =>
        Number((await peer.execute(code)).reply.content.execution_count);
      const first = await count("1");
      assert.equal(await count("throw new Error('x')"), first + 1);
      assert.equal(await count("2"), first + 2);
    });

    test("a stack calls a cell by its number alone, also after a silent request", async () => {
      await peer.execute("0", { silent: true });
      const exchange = await peer.execute("console.log(new Error('here').stack)");
      const number = exchange.reply.content.execution_count;
      assert.match(streamOf(exchange), new RegExp(`at cell \\[${number}\\]:1:13$`, "m"));
    });

    test("silent shows nothing and counts nothing", async () => {
      const before = Number((await peer.execute("1")).reply.content.execution_count);
      const silent = await peer.execute("console.log('no'); display(1); globalThis.ran = 7; 3", {
        silent: true,
      });
      assert.deepEqual(typesOf(silent), ["status", "status"]);
      const next = await peer.execute("ran");
      assert.equal(resultOf(next), "7");
      assert.equal(next.reply.content.execution_count, before + 1);
    });

    test("store_history: false counts nothing and is not remembered", async () => {
      const before = Number((await peer.execute("1")).reply.content.execution_count);
      const unsaved = await peer.execute("'never remembered'", { store_history: false });
      assert.equal(resultOf(unsaved), "'never remembered'");
      assert.equal((await peer.execute("2")).reply.content.execution_count, before + 1);
      const { reply } = await peer.ask("history_request", {
        hist_access_type: "search",
        pattern: "*never remembered*",
        output: false,
        raw: true,
      });
      assert.deepEqual(reply.content.history, []);
    });

    test("an error is shown and replied, with name, message and lines", async () => {
      const exchange = await peer.execute("const x: number = 1\nthrow new RangeError('too far')");
      const [shown] = contentsOf(exchange, "error");
      const { status, ename, evalue, traceback } = exchange.reply.content;
      assert.deepEqual({ ename, evalue, traceback }, { ...shown });
      assert.deepEqual([status, ename, evalue], ["error", "RangeError", "too far"]);
      assert.match((traceback as string[]).join("\n"), /line 2[\s\S]*throw new RangeError/);
    });

    test("stop_on_error gives back what waits, as aborted; without it what waits runs", async () => {
      for (const stop of [true, false]) {
        const requests = ["throw new Error('stop')", "1 + 1", "2 + 2"].map((code) =>
          peer.send("execute_request", executeContent(code, { stop_on_error: stop })),
        );
        for (const request of requests) await peer.whole(request);
        const statuses = requests.map(({ reply }) => reply?.content.status);
        assert.deepEqual(statuses, stop ? ["error", "aborted", "aborted"] : ["error", "ok", "ok"]);
      }
      assert.equal(resultOf(await peer.execute("3 + 3")), "6");
    });

    test("user_expressions are evaluated after the cell, each with value or error", async () => {
      const { reply } = await peer.execute("const side = 6", {
        user_expressions: { area: "side * side", wrong: "nothing.here" },
      });
      const { area, wrong } = reply.content.user_expressions as Record<string, Content>;
      assert.deepEqual([area?.status, partOf(area, "data")["text/plain"]], ["ok", "36"]);
      assert.deepEqual([wrong?.status, wrong?.ename], ["error", "ReferenceError"]);
    });

    test("a rich result carries several MIME types", async () => {
      const exchange = await peer.execute(
        `({ [Symbol.for("Jupyter.display")]: () => ({ "text/plain": "p", "text/html": "<b>h</b>" }) })`,
      );
      assert.deepEqual(contentsOf(exchange, "execute_result")[0]?.data, {
        "text/plain": "p",
        "text/html": "<b>h</b>",
      });
    });

    test("display_data, update_display_data and clear_output", async () => {
      const exchange = await peer.execute("const d = display('one'); d.update('two'); clearOutput(true)");
      const [shown] = contentsOf(exchange, "display_data");
      const [update] = contentsOf(exchange, "update_display_data");
      assert.deepEqual(partOf(shown, "data")["text/plain"], "'one'");
      assert.deepEqual(partOf(update, "data")["text/plain"], "'two'");
      assert.equal(partOf(shown, "transient").display_id, partOf(update, "transient").display_id);
      assert.deepEqual(contentsOf(exchange, "clear_output"), [{ wait: true }]);
    });

    test("stdin: a cell asks, the answer reaches it; a front end without stdin is told", async () => {
      const asking = peer.send(
        "execute_request",
        executeContent("'hello ' + (await input('Name? '))", { allow_stdin: true }),
      );
      await peer.until(() => asking.asked.length > 0, "input_request");
      assert.deepEqual(asking.asked[0]?.content, { prompt: "Name? ", password: false });
      peer.send("input_reply", { status: "ok", value: "Ada" }, { channel: "stdin" });
      assert.equal(resultOf(await peer.whole(asking)), "'hello Ada'");
      assert.match(errorOf(await peer.execute("await input('x')")) ?? "", /^Error: Cannot ask for input/);
    });

    test("comms: opened by a cell, answered, listed, closed; an unknown target is closed at once", async () => {
      const opened = await peer.execute(
        "const s = slider({ min: 0, max: 9, value: 4 }); s.onChange((v) => console.log('at', v))",
      );
      const models = contentsOf(opened, "comm_open");
      const id = String(models.at(-1)?.comm_id);
      const info = await peer.ask("comm_info_request", { target_name: "jupyter.widget" });
      assert.ok(id in (info.reply.content.comms as object));
      const none = await peer.ask("comm_info_request", { target_name: "no.such" });
      assert.deepEqual(none.reply.content.comms, {});

      const moved = peer.send("comm_msg", {
        comm_id: id,
        data: { method: "update", state: { value: 7 }, buffer_paths: [] },
      });
      await peer.until(() => moved.idle, "comm_msg");
      // A listener prints into the cell that set it: front ends drop what answers a widget's message.
      await peer.until(() => alsoLate(opened, "stream").length > 0, "the listener's output");
      assert.deepEqual(alsoLate(opened, "stream"), [{ name: "stdout", text: "at 7\n" }]);
      assert.equal(resultOf(await peer.execute("s.value")), "7");

      const closed = peer.send("comm_close", { comm_id: id, data: {} });
      await peer.until(() => closed.idle, "comm_close");
      const later = await peer.ask("comm_info_request", {});
      assert.ok(!(id in (later.reply.content.comms as object)));

      const foreign = peer.send("comm_open", { comm_id: "foreign", target_name: "no.such", data: {} });
      await peer.until(() => foreign.idle, "comm_open");
      assert.deepEqual(contentsOf(foreign, "comm_close"), [{ comm_id: "foreign", data: {} }]);
    });

    test("interrupt_request stops the cell; with nothing running it is answered all the same", async () => {
      assert.deepEqual(
        (await peer.ask("interrupt_request", {}, { channel: "control" })).reply.content.status,
        "ok",
      );
      const running = peer.send("execute_request", executeContent("while (true) {}"));
      const waiting = peer.send("execute_request", executeContent("1"));
      await peer.until(() => running.published.length >= 2, "the cell's start");
      const { reply } = await peer.ask("interrupt_request", {}, { channel: "control" });
      assert.deepEqual([reply.header.msg_type, reply.content.status], ["interrupt_reply", "ok"]);
      assert.match(errorOf(await peer.whole(running)) ?? "", /^Interrupted/);
      assert.equal((await peer.whole(waiting)).reply.content.status, "aborted");
    });

    test("is_complete tells whole, open and wrong", async () => {
      const kinds = {
        "const a: number = 1": "complete",
        "if (true) {": "incomplete",
        "let = = 1": "invalid",
        "": "complete",
      };
      for (const [code, status] of Object.entries(kinds)) {
        const { reply } = await peer.ask("is_complete_request", { code });
        assert.equal(reply.content.status, status, code);
        if (status === "incomplete") assert.equal(reply.content.indent, "  ");
      }
    });

    test("complete counts the cursor in code points, as an emoji shows", async () => {
      const code = "const s = '🙂🙂'; Math.ma";
      const end = [...code].length;
      const { reply } = await peer.ask("complete_request", { code, cursor_pos: end });
      const { matches, cursor_start: start, cursor_end: stop } = reply.content;
      assert.ok((matches as string[]).includes("max"));
      assert.deepEqual([start, stop], [end - 2, end]);
    });

    test("completion runs no getters", async () => {
      await peer.execute("let reads = 0; const trap = { get seen() { reads += 1; return { inner: 1 } } }");
      for (const code of ["trap.", "trap.seen."]) {
        await peer.ask("complete_request", { code, cursor_pos: code.length });
        await peer.ask("inspect_request", { code, cursor_pos: code.length - 2, detail_level: 1 });
      }
      assert.equal(resultOf(await peer.execute("reads")), "0");
    });

    test("inspect tells a type with its documentation, and what is not found", async () => {
      const { reply } = await peer.ask("inspect_request", {
        code: "Math.max",
        cursor_pos: 6,
        detail_level: 0,
      });
      assert.deepEqual([reply.content.status, reply.content.found], ["ok", true]);
      assert.match(String((reply.content.data as Content)["text/plain"]), /max[\s\S]*number/);
      const none = await peer.ask("inspect_request", { code: "   ", cursor_pos: 1, detail_level: 0 });
      assert.deepEqual([none.reply.content.status, none.reply.content.found], ["ok", false]);
    });

    test("history: tail, range, search, with and without outputs", async () => {
      for (const code of [`const ${transport}1 = 1`, `const ${transport}2 = 2`, `const ${transport}1 = 1`])
        await peer.execute(code);
      const ask = async (content: Content): Promise<unknown[][]> =>
        (await peer.ask("history_request", { raw: true, output: false, ...content })).reply.content
          .history as unknown[][];
      assert.deepEqual(
        (await ask({ hist_access_type: "tail", n: 2 })).map((entry) => entry[2]),
        [`const ${transport}2 = 2`, `const ${transport}1 = 1`],
      );
      assert.equal(
        (await ask({ hist_access_type: "search", pattern: `const ${transport}?*`, n: 10 })).length,
        3,
      );
      assert.equal(
        (await ask({ hist_access_type: "search", pattern: `const ${transport}?*`, unique: true, n: 10 }))
          .length,
        2,
      );
      const range = await ask({ hist_access_type: "range", session: 0, start: 1, stop: 2 });
      assert.equal(range.length, 1);
      const [withOutput] = await ask({ hist_access_type: "tail", n: 1, output: true });
      assert.deepEqual(withOutput?.[2], [`const ${transport}1 = 1`, null]);
    });

    test("control and requests for facts are answered while a cell is busy", async () => {
      const busy = peer.send(
        "execute_request",
        executeContent("for (const end = Date.now() + 1500; Date.now() < end;);"),
      );
      await peer.until(() => busy.published.length >= 2, "the cell's start");
      assert.equal(
        (await peer.ask("kernel_info_request", {}, { channel: "control" })).reply.content.status,
        "ok",
      );
      assert.equal((await peer.ask("comm_info_request", {})).reply.content.status, "ok");
      assert.equal(busy.idle, false, "they must not wait for the cell");
      await peer.whole(busy);
    });

    test("debug_request, connect_request and an unknown request are answered", async () => {
      const debug = await peer.ask(
        "debug_request",
        { type: "request", seq: 5, command: "debugInfo", arguments: {} },
        { channel: "control" },
      );
      assert.equal(debug.reply.header.msg_type, "debug_reply");
      const { request_seq: answered, success, command } = debug.reply.content;
      assert.deepEqual([answered, success, command], [5, false, "debugInfo"]);
      assert.equal((await peer.ask("connect_request", {})).reply.header.msg_type, "connect_reply");
      const unknown = await peer.ask("frobnicate_request", { x: 1 });
      assert.deepEqual(
        [unknown.reply.header.msg_type, unknown.reply.content.status],
        ["frobnicate_reply", "error"],
      );
    });

    test("shutdown_request is answered, and the process ends by itself", async () => {
      const { reply } = await peer.ask("shutdown_request", { restart: true }, { channel: "control" });
      assert.deepEqual(
        [reply.header.msg_type, reply.content],
        ["shutdown_reply", { status: "ok", restart: true }],
      );
      await new Promise((done) => (peer.ended ? done(0) : peer.process.once("exit", done)));
      assert.deepEqual(peer.ended, { code: 0, signal: null }, peer.words);
    });
  });
}

for (const { who, hearsAfterMs } of [
  { who: "a client whose outputs connect last misses nothing of its first cell", hearsAfterMs: 400 },
  { who: "a client that never hears the outputs is answered all the same", hearsAfterMs: undefined },
])
  test(who, async (t) => {
    if ("reason" in jupyter) return t.skip(jupyter.reason);
    const peer = await Peer.start(jupyter, { hearsAfterMs });
    try {
      const first = peer.send("execute_request", executeContent("20 + 1"));
      await peer.until(() => first.reply !== undefined, "the first cell's answer");
      assert.equal(first.reply?.content.status, "ok");
      if (hearsAfterMs === undefined) return;
      await peer.until(() => first.idle, "the first cell's end");
      assert.equal(resultOf(first as never), "21");
    } finally {
      await peer.close();
    }
  });

test("a kernel takes flags of Node and of V8, as a kernel.json may have them", async (t) => {
  if ("reason" in jupyter) return t.skip(jupyter.reason);
  const [node = "", ...rest] = jupyter.argv;
  const argv = [node, "--max-old-space-size=600", "--stack-trace-limit=20", "--trace-deprecation", ...rest];
  const peer = await Peer.start({ ...jupyter, argv });
  try {
    const limit =
      "Math.round(process.getBuiltinModule('v8').getHeapStatistics().heap_size_limit / 2 ** 20) < 1000";
    assert.equal(resultOf(await peer.execute(limit)), "true");
  } finally {
    await peer.close();
  }
});
