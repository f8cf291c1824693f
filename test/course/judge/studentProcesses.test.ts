import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("./tools/twoProcesses.ts", import.meta.url));

test("of two processes each is heard, and ended, whoever is listened to meanwhile", () => {
  // In a process of its own: whoever waits here stands still, and could not be stopped.
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, ["--no-warnings", program], {
    ...{ encoding: "utf8", timeout: 60_000, killSignal: "SIGKILL" },
  });
  assert.deepEqual([status, signal], [0, null], stderr);
  assert.deepEqual(JSON.parse(stdout), ["here", "here", "two", "one", "three"]);
});
