import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { wasmModules } from "./wasmModules.ts";

/** Above this Chromium starts no module at once on a page's own thread. */
const most = 4096;

test("WebAssembly in the library is what npm run wasm makes of its text, byte for byte", async () => {
  const made = Object.entries(await wasmModules());
  assert.ok(made.length > 0);
  for (const [file, text] of made) {
    const kept = readFileSync(new URL(`../../../lib/wasm/${file}`, import.meta.url), "utf8");
    assert.equal(kept, text, `${file}: npm run wasm`);
    assert.ok(Buffer.from(text.match(/"(.+)"/)![1]!, "base64").length <= most, file);
  }
});
