"""Real clients of the kernel, one scenario each: what they see is printed as lines of JSON, `[scenario, what]`."""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat
from jupyter_client.manager import KernelManager

name, chapter = sys.argv[1:3]
programs = Path(sys.executable).parent
patience = 60


def started(**more):
    manager = KernelManager(kernel_name=name)
    manager.start_kernel(**more)
    return manager


def connected(manager):
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=patience)
    return client


def run(client, code):
    """Outputs of a cell as a reader sees them, and how its reply went."""
    seen = []

    def hear(message):
        content = message["content"]
        if message["msg_type"] == "stream":
            seen.append([content["name"], content["text"]])
        elif message["msg_type"] == "error":
            seen.append(["error", content["ename"]])
        elif "data" in content:
            seen.append([message["msg_type"], content["data"]["text/plain"].split("\n")[0]])

    reply = client.execute_interactive(code, timeout=patience, output_hook=hear, stop_on_error=False)
    return seen, reply["content"]["status"]


def notebook(*cells):
    return nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(source) for source in cells],
        metadata={"kernelspec": {"name": name, "language": "typescript", "display_name": name}},
    )


def same_session():
    """A second client of one session, while the first is open and after it is gone."""
    manager = started()
    try:
        first = connected(manager)
        run(first, "let kept = 1")
        second = connected(manager)
        answers = [run(second, "kept += 1; kept")[0]]
        second.stop_channels()
        for _ in range(3):
            again = connected(manager)
            answers.append(run(again, "kept += 1; kept")[0])
        return [value for [[_, value]] in answers]
    finally:
        manager.shutdown_kernel(now=True)


def descriptors():
    """What children and add-ons write to 1 and 2, and where the kernel's own log goes."""
    with tempfile.TemporaryFile("w+") as log:
        manager = started(stderr=log)
        try:
            client = connected(manager)
            code = 'require("child_process").spawnSync("sh", ["-c", "echo one; echo two >&2"], { stdio: "inherit" }).status'
            shown = sorted(run(client, code)[0])
            client.shell_channel.socket.send_multipart([b"<IDS|MSG>", b"no signature", b"{}", b"{}", b"{}", b"{}"])
            shown += run(client, "2")[0]
        finally:
            manager.shutdown_kernel(now=True)
        log.seek(0)
        words = log.read()
        return {"shown": shown, "logged": "was dropped" in words, "leaked": "two" in words}


def types_in_nbclient():
    """Cells that must have no type error, from the first one on and without a pause; then those that may."""
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    refused = notebook('// types: error\nconst n: number = "s"; n', "1")
    try:
        NotebookClient(refused, timeout=patience).execute()
        outcome = "ran"
    except CellExecutionError as error:
        outcome = error.ename
    [output] = refused.cells[0].outputs
    warned = notebook('const n: number = "s"; n', "n.length", "const m: string = 1; m")
    NotebookClient(warned, timeout=patience).execute()
    results = [[o["data"]["text/plain"] for o in cell.outputs if o["output_type"] == "execute_result"] for cell in warned.cells]
    return [outcome, output["ename"], len(output["traceback"]) > 0, results]


def findings_in_programs():
    """What the checker says of a cell that runs, to programs that listen up to its end: nbclient, execute_interactive."""
    from nbclient import NotebookClient

    # The first cell waits for the checker, so that it is there for the others.
    ran = notebook("// types: error\n1", 'const n: number = "s"; 2', "const k = 1; 3", "const m: string = k; 4")
    NotebookClient(ran, timeout=patience).execute()
    found = lambda outputs: [o["data"]["text/plain"].split("\n")[0][:28] for o in outputs if o["output_type"] == "display_data"]
    in_notebook = [found(cell.outputs) for cell in ran.cells]
    manager = started()
    try:
        client = connected(manager)
        run(client, "// types: error\n1")
        in_script = [[what[1][:28] for what in run(client, code)[0] if what[0] == "display_data"] for code in ("5", 'const w: number = "s"; 6')]
        client.stop_channels()
    finally:
        manager.shutdown_kernel(now=True)
    return [in_notebook, in_script]


def types_in_papermill():
    import papermill

    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "in.ipynb", Path(folder) / "out.ipynb"
        nbformat.write(notebook('// types: error\nconst n: number = "s"; n'), source)
        try:
            papermill.execute_notebook(source, target, progress_bar=False, kernel_name=name, log_output=False)
            return "ran"
        except papermill.PapermillExecutionError as error:
            return error.ename


def converted():
    """A chapter as it is committed becomes a .ts file; a chart and an error of a run are seen in HTML."""
    from nbclient import NotebookClient

    with tempfile.TemporaryDirectory() as folder:
        convert = [programs / "jupyter-nbconvert", "--log-level=ERROR", f"--output-dir={folder}"]
        subprocess.run([*convert, "--to", "script", chapter], check=True)
        chart = '({ $schema: "https://vega.github.io/schema/vega-lite/v5.json", data: { values: [{ a: 1 }] }, mark: "point" })'
        ran = notebook(chart, "const far = 1\nthrow new RangeError('too far')", '// types: error\nconst n: number = "s"', "process.exit(3)")
        NotebookClient(ran, timeout=patience, allow_errors=True).execute()
        nbformat.write(ran, Path(folder) / "ran.ipynb")
        subprocess.run([*convert, "--to", "html", Path(folder) / "ran.ipynb"], check=True)
        html = (Path(folder) / "ran.html").read_text()
        words = ["data-mime-type=\"image/svg+xml\"", "RangeError: too far", "line 2", "TypeScriptError: Type", "KernelExit: process.exit(3)"]
        return [[path.name for path in Path(folder).glob("*.ts")], [word in html for word in words]]


def console():
    """`exit` ends jupyter console, `quit` too; a name of one's own is no wish to leave. Input stays open all the while."""
    seen = []
    for lines in (["1 + 1", "exit"], ["const exit = 40", "exit", "exit + 2", "quit()"]):
        running = subprocess.Popen(
            [programs / "jupyter-console", "--kernel", name, "--simple-prompt", "--ZMQTerminalInteractiveShell.kernel_timeout=60"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )
        for line in lines:
            running.stdin.write(f"{line}\n")
        running.stdin.flush()
        try:
            running.wait(timeout=patience)
            text = running.stdout.read()
            seen.append(["ended", [value for value in ("2", "40", "42") if f": {value}\n" in text], "Error" in text])
        except subprocess.TimeoutExpired:
            running.kill()
            seen.append(["still there", running.stdout.read()[-500:]])
    return seen


for scenario in (same_session, descriptors, types_in_nbclient, findings_in_programs, types_in_papermill, converted, console):
    started_at = time.time()
    try:
        what = scenario()
    except Exception as error:  # the others are still worth knowing
        what = f"{type(error).__name__}: {error}"
    print(json.dumps([scenario.__name__, what]), flush=True)
    print(f"{scenario.__name__}: {time.time() - started_at:.1f} s", file=sys.stderr)
