import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { DoctorReport } from "../../course/sandbox/runDoctor.ts";
import { noLevelA } from "../course/sandbox/tools/levelA.ts";
import { ProgramFailed, type ProgramOutput, runProgram } from "../tools/runProgram.ts";

const main = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));

async function doctor(
  args: readonly string[],
  path = process.env.PATH,
): Promise<ProgramOutput & { code: number }> {
  try {
    const env = { ...process.env, PATH: path };
    return { ...(await runProgram(process.execPath, [main, "course", "doctor", ...args], { env })), code: 0 };
  } catch (error) {
    if (!(error instanceof ProgramFailed)) throw error;
    return { stdout: error.stdout, stderr: error.stderr, code: Number(/code (\d)/.exec(error.message)?.[1]) };
  }
}

test("level A: every probe is told, and the end is 0", { skip: noLevelA }, async () => {
  const { stdout, code } = await doctor(["--json", "--least", "A"]);
  const report = JSON.parse(stdout) as DoctorReport;
  assert.equal(report.level, "A");
  assert.equal(report.probes.length, 21);
  assert.deepEqual(
    report.probes.filter(({ outcome }) => outcome !== "blocked" && outcome !== "limited"),
    [],
  );
  assert.deepEqual(report.missing, []);
  assert.equal(code, 0);
});

test("a lower level than asked for ends with 1, and says what to install", async () => {
  const empty = mkdtempSync(join(tmpdir(), "no-programs-"));
  chmodSync(empty, 0o755);
  try {
    const { stdout, stderr, code } = await doctor(["--least", "B"], empty);
    assert.equal(code, 1);
    assert.match(stderr, /must reach level B, got level D/);
    assert.match(stdout, /✓ blocked {2}read a file outside/);
    assert.match(stdout, /✗ open {5}connect over TCP/);
    assert.match(stdout, /✗ level B: neither docker nor podman is there\n {4}Try {3}install/);
    assert.match(stdout, /Level D: Node's permissions and limits alone \(reduced\)$/m);
  } finally {
    rmSync(empty, { recursive: true });
  }
});

test("a level that there is not is refused", async () => {
  const { stderr, code } = await doctor(["--least", "F"]);
  assert.equal(code, 2);
  assert.match(stderr, /--least must be A, B, C or D, got F/);
});

test("--help has an example", async () => {
  const { stdout } = await doctor(["--help"]);
  assert.match(stdout, /genloss course doctor --least A/);
});
