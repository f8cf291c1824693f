/** Real clients, as people have them: jupyter_client, jupyter-server, nbclient, papermill, nbconvert, jupyter console. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { findJupyter, kernelName, skipWithout } from "./tools/jupyter.ts";

const jupyter = await findJupyter();
const chapter = fileURLToPath(
  new URL("../../notebooks/01-a-photocopy-of-a-photocopy.ipynb", import.meta.url),
);
/** Reconnects of each kind. The kernel is held to 200, which take a minute and a half: RECONNECTS=200. */
const reconnects = Number(process.env.RECONNECTS ?? 20);
const reconnectSeed = Number(process.env.RECONNECT_SEED ?? 1);

/** Runs a script of this folder with the environment's Python. */
async function python(script: string, ...more: string[]): Promise<{ stdout: string; stderr: string }> {
  if ("reason" in jupyter) throw new Error(jupyter.reason);
  const path = fileURLToPath(new URL(script, import.meta.url));
  const run = promisify(execFile)(jupyter.program("python"), [path, ...more], { timeout: 600_000 });
  return run.catch((error: { stdout: string; stderr: string }) => error);
}

describe("a real client", { skip: skipWithout(jupyter) }, () => {
  let seen = new Map<string, unknown>();
  let words = "";
  before(async () => {
    const { stdout, stderr } = await python("./clients.py", kernelName, chapter);
    words = stderr;
    seen = new Map(
      stdout
        .split("\n")
        .filter((line) => line.startsWith("["))
        .map((line) => JSON.parse(line) as [string, unknown]),
    );
  });
  const sees = (scenario: string, what: unknown): void =>
    assert.deepEqual(seen.get(scenario), what, `${JSON.stringify(seen.get(scenario))}\n${words}`);

  test("is answered though another of its session is still open, or was just now", () =>
    sees("same_session", ["2", "3", "4", "5"]));

  test("gets what children write to file descriptors 1 and 2; the kernel's log stays the launcher's", () =>
    sees("descriptors", {
      shown: [
        ["execute_result", "0"],
        ["stderr", "two\n"],
        ["stdout", "one\n"],
        ["execute_result", "2"],
      ],
      logged: true,
      leaked: false,
    }));

  test("that starts at once, as nbclient does, is refused a cell with a type error; late findings do no harm", () =>
    sees("types_in_nbclient", ["TypeScriptError", "TypeScriptError", true, [["'s'"], ["1"], ["1"]]]));

  test("that stops listening at idle, as nbclient and execute_interactive do, has each finding in its own cell", () => {
    const found = "Type error in line 1: Type '";
    sees("findings_in_programs", [
      [[], [found], [], [found]],
      [[], [found]],
    ]);
  });

  test("that is papermill is refused it too", () => sees("types_in_papermill", "TypeScriptError"));

  test("that converts gets a .ts file of a chapter, and HTML with its charts and errors", () =>
    sees("converted", [["01-a-photocopy-of-a-photocopy.ts"], [true, true, true, true, true]]));

  test("that is jupyter console ends with exit and quit(), but not with a name of the reader's own", () =>
    sees("console", [
      ["ended", ["2"], false],
      ["ended", ["40", "42"], false],
    ]));
});

test(`a page that reconnects to jupyter-server, ${reconnects} times overlapping and ${reconnects} times hard, is always answered and loses no name (seed ${reconnectSeed})`, {
  skip: skipWithout(jupyter),
}, async (context) => {
  const counts = [String(reconnects), String(reconnects), String(reconnectSeed)];
  const { stdout, stderr } = await python("./reconnects.py", ...counts, kernelName);
  const result = JSON.parse(stdout.trim().split("\n").at(-1) || "{}") as Record<string, unknown>;
  context.diagnostic(JSON.stringify(result));
  // jupyter-server's own fault, whatever the kernel; more of them would be the kernel's.
  assert.ok((result.deaf as number) <= reconnects / 10, `${result.deaf} connections that the server forgot`);
  assert.deepEqual(
    {
      overlapping: result.overlapping,
      hard: result.hard,
      answered: result.answered,
      unanswered: result.unanswered,
      questions: result.questions,
      lost: result.lost,
    },
    {
      overlapping: reconnects,
      hard: reconnects,
      answered: 2 * reconnects,
      unanswered: [],
      questions: ["'typed'", "'typed'"],
      lost: [],
    },
    stderr.slice(-4000),
  );
});
