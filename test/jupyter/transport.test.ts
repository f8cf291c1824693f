/** The sockets of the kernel, by themselves. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

test("a process can end at once when its sockets are closed, whatever was on its way", async () => {
  const path = fileURLToPath(new URL("tools/endingProcess.ts", import.meta.url));
  const child = spawn(process.execPath, ["--no-warnings", path], { stdio: ["ignore", "ignore", "pipe"] });
  let words = "";
  child.stderr.on("data", (chunk) => {
    words += chunk;
  });
  assert.deepEqual(await once(child, "exit"), [3, null], words);
  assert.equal(words, "");
});
