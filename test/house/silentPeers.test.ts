// A program of others that hangs fails its test in bounded time, is killed with all its children, tried once more, and
// never blocks the run.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { ours } from "../../bench/kernel/peers.ts";
import { boundedKernel } from "../tools/boundedKernel.ts";
import { NoAnswer } from "../tools/noAnswer.ts";
import { onceMore } from "../tools/onceMore.ts";
import { ProgramFailed, runProgram } from "../tools/runProgram.ts";
import { TestBrowser } from "../tools/testBrowser.ts";

const folder = mkdtempSync(join(tmpdir(), "silent-peers-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const isLinux = process.platform === "linux" ? false : "only Linux tells who started whom";

/** A program that starts a child in its own group, and one apart, as Jupyter does; writes their numbers; is silent. */
const silent = (notes: string): string[] => [
  "-e",
  `const { spawn } = require("node:child_process");
   const pids = [false, true].map((detached) => spawn("sleep", ["600"], { detached, stdio: "inherit" }).pid);
   require("node:fs").writeFileSync(process.argv[1], [process.pid, ...pids].join(" "));
   setInterval(() => {}, 1000);`,
  notes,
];
const pidsIn = (notes: string): number[] => readFileSync(notes, "utf8").split(" ").map(Number);

/** A process that is dead and not yet buried counts as gone. */
function isGone(pid: number): boolean {
  try {
    return / [ZX] /.test(readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\)/s, ""));
  } catch {
    return true;
  }
}

async function assertGone(pids: readonly number[]): Promise<void> {
  assert.equal(pids.length, 3);
  for (let tries = 0; tries < 200 && !pids.every(isGone); tries++) await pause(50);
  assert.deepEqual(
    pids.filter((pid) => !isGone(pid)),
    [],
  );
}

test("a kernel that never says who it is: no answer, and it is gone with its children", {
  skip: isLinux,
}, async () => {
  const notes = join(folder, "start");
  const kernel = {
    name: "silent",
    argv: [process.execPath, ...silent(notes)],
    cwd: folder,
    patienceMs: 2000,
  };
  await assert.rejects(boundedKernel(kernel), (error) => {
    assert.ok(error instanceof NoAnswer);
    assert.match(error.message, /^silent, its start: no answer for 2 s$/);
    return true;
  });
  await assertGone(pidsIn(notes));
});

test("a kernel that falls silent in a cell: no answer, and it is gone with its children", {
  skip: isLinux,
}, async () => {
  const [, own] = ours;
  const notes = join(folder, "cell");
  const { argv = [], env } = own ?? {};
  const started = { name: "kernel", argv, cwd: folder, env: { ...process.env, ...env } };
  const kernel = await boundedKernel(started);
  const code = `import { spawn } from "node:child_process"; import { writeFileSync } from "node:fs";
    const pids = [false, true].map((detached) => spawn("sleep", ["600"], { detached }).pid);
    writeFileSync(${JSON.stringify(notes)}, [process.pid, ...pids].join(" "));`;
  await kernel.ask("execute_request", { code, silent: false });
  await kernel.close();
  await assertGone(pidsIn(notes));

  const impatient = await boundedKernel({ ...started, patienceMs: 5000 });
  const hangs = impatient.ask("execute_request", { code: "for (;;);", silent: false });
  await assert.rejects(hangs, /^NoAnswer: kernel, execute_request for \(;;\);: no answer for 5 s$/);
  await impatient.close();
});

test("a program that never ends: no answer, and it is gone with its children", {
  skip: isLinux,
}, async () => {
  const notes = join(folder, "program");
  await assert.rejects(runProgram(process.execPath, silent(notes), { patienceMs: 2000 }), NoAnswer);
  await assertGone(pidsIn(notes));
});

test("a program that fails is no silence, and says what it wrote", async () => {
  const failing = runProgram(process.execPath, [
    "-e",
    "console.log(1); console.error(2); process.exitCode = 7",
  ]);
  await assert.rejects(failing, (error) => {
    assert.ok(error instanceof ProgramFailed);
    assert.match(error.message, /ended with code 7/);
    assert.deepEqual([error.stdout, error.stderr], ["1\n", "2\n"]);
    return true;
  });
});

test("onceMore() tries silence once more, and says so; another failure stands", async () => {
  const said: string[] = [];
  const t = { diagnostic: (line: string) => void said.push(line) };
  let tries = 0;
  const silentTimes = (times: number) => async (): Promise<number> => {
    tries += 1;
    if (tries <= times) throw new NoAnswer("Lab: no answer for 1 s");
    return tries;
  };
  assert.equal(await onceMore(t, silentTimes(1)), 2);
  assert.deepEqual(said, ["Lab: no answer for 1 s; it was ended, and is tried once more"]);
  tries = 0;
  await assert.rejects(onceMore(t, silentTimes(9)), NoAnswer);
  assert.equal(tries, 2);
  tries = 0;
  const wrong = async (): Promise<void> => {
    tries += 1;
    assert.equal(tries, 2);
  };
  await assert.rejects(onceMore(t, wrong), assert.AssertionError);
  assert.equal(tries, 1);
});

test("a browser that hangs on a page has a successor, and the test a second try", async (t) => {
  const browser = new TestBrowser({ actionMs: 2000, pageMs: 4000 });
  const said: string[] = [];
  const watched = Object.assign(Object.create(t), { diagnostic: (line: string) => void said.push(line) });
  let visits = 0;
  try {
    await browser.open(watched, "data:text/html,<h1>here</h1>", {}, async (page) => {
      visits += 1;
      if (visits === 1) await page.evaluate("for (;;);");
      assert.equal(await page.locator("h1").textContent(), "here");
    });
  } finally {
    await browser.close();
  }
  assert.equal(visits, 2);
  assert.match(
    said.join("\n"),
    /^the browser on data:.*: no answer for 4 s; it was ended, and is tried once more$/,
  );
});

/** How a test may hang: waiting, busy, and before its tests are known. */
const hanging = {
  "a test that waits for ever":
    'test("hangs", async () => { setInterval(() => {}, 1000); await new Promise(() => {}); });',
  "a test that is busy for ever": 'test("hangs", () => { for (;;); });',
  "a file that waits for ever":
    'test("fine", () => {}); setInterval(() => {}, 1000); await new Promise(() => {});',
};

for (const [what, code] of Object.entries(hanging)) {
  test(`${what} ends the run in bounded time, as a failure, with what it started`, {
    skip: isLinux,
  }, async () => {
    const notes = join(folder, what);
    const file = join(folder, `${what.replaceAll(" ", "-")}.test.ts`);
    const tools = fileURLToPath(new URL("../tools/processGroup.ts", import.meta.url));
    const program = JSON.stringify(silent(notes));
    writeFileSync(
      file,
      `import { existsSync } from "node:fs";
       import { test } from "node:test";
       import { startGroup } from ${JSON.stringify(tools)};
       startGroup(process.execPath, ${program}, { stdio: "inherit" });
       while (!existsSync(${JSON.stringify(notes)})) await new Promise((done) => setTimeout(done, 20));
       ${code}`,
    );
    const { NODE_TEST_CONTEXT: _, GENLOSS_GROUPS: __, ...env } = process.env;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [fileURLToPath(new URL("../run.ts", import.meta.url)), file],
      { encoding: "utf8", env: { ...env, TEST_PATIENCE_MS: "6000" }, timeout: 120_000 },
    );
    assert.equal(status, 1, stdout + stderr);
    assert.match(stderr, /^A test file has run for 6 s and is killed now/m);
    assert.match(stdout, /^ℹ tests \d+$/m);
    await assertGone(pidsIn(notes));
  });
}
