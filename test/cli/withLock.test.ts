import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { withLock } from "../../cli/withLock.ts";

const source = fileURLToPath(new URL("../../cli/withLock.ts", import.meta.url));

test("withLock() lets one process at a time in", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "lock-"));
  t.after(() => rmSync(folder, { recursive: true }));
  // Each adds one to a number that it reads before a pause: without the lock, additions get lost.
  const script = `
    import { readFileSync, writeFileSync } from "node:fs";
    const { withLock } = await import(${JSON.stringify(source)});
    withLock("lock", () => {
      const count = Number(readFileSync("count", "utf8"));
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
      writeFileSync("count", String(count + 1));
    });`;
  writeFileSync(join(folder, "count"), "0");
  const children = Array.from({ length: 4 }, () =>
    spawn(process.execPath, ["--no-warnings", "--input-type=module", "-e", script], {
      cwd: folder,
      stdio: "inherit",
    }),
  );
  await Promise.all(children.map((child) => once(child, "exit")));
  assert.equal(readFileSync(join(folder, "count"), "utf8"), "4");
  assert.ok(!existsSync(join(folder, "lock")));
});

test("withLock() takes over from a process that is gone, and lets go when the work fails", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "lock-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const lock = join(folder, "lock");
  mkdirSync(lock);
  writeFileSync(join(lock, "pid"), "4194303"); // above Linux's largest process number in use here
  assert.equal(
    withLock(lock, () => "done"),
    "done",
  );
  assert.throws(() => withLock(lock, () => assert.fail("the work fails")), /the work fails/);
  assert.ok(!existsSync(lock));
});
