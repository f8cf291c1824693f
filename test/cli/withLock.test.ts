import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { withLock } from "../../cli/withLock.ts";
import { fingerprint } from "./tools/fingerprint.ts";
import { folderWith } from "./tools/folderWith.ts";

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
  assert.deepEqual(readdirSync(folder), ["count"]);
});

test("withLock() takes over from a process that is gone, and lets go when the work fails", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "lock-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const lock = join(folder, "lock");
  const gone = spawnSync(process.execPath, ["-e", ""]).pid;
  writeFileSync(lock, `${gone}\n`);
  assert.equal(
    withLock(lock, () => "done"),
    "done",
  );
  // Its number is in use, but the lock is older than this machine's start.
  writeFileSync(lock, `${process.pid}\n`);
  utimesSync(lock, 0, 0);
  assert.equal(
    withLock(lock, () => "done"),
    "done",
  );
  assert.throws(() => withLock(lock, () => assert.fail("the work fails")), /the work fails/);
  assert.ok(!existsSync(lock));
});

test("withLock() refuses what is no lock, and leaves it", () => {
  const folder = folderWith({ "file.lock": "notes", "folder.lock/pid": "4194303", "empty.lock": "" });
  const before = fingerprint(folder);
  for (const name of ["file.lock", "folder.lock", "empty.lock"]) {
    assert.throws(() => withLock(join(folder, name), () => assert.fail("it must not run")), {
      name: "Refusal",
      exitCode: 2,
      message: /^Cannot lock .*it must be a lock, got /,
    });
  }
  assert.deepEqual(fingerprint(folder), before);
});
