import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { toJavaScript } from "../../cli/toJavaScript.ts";

const main = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "pack-"));
after(() => rmSync(folder, { recursive: true }));

// What the packages hold, and how they are used: test/house/pack.test.ts.
test("genloss pack into what is a file: one line, exit code 2, and the file is as it was", () => {
  writeFileSync(join(folder, "mine"), "mine\n");
  const options = { cwd: folder, encoding: "utf8" } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, "pack", "-o", "mine"], options);
  assert.deepEqual([status, stdout], [2, ""]);
  assert.match(stderr, /^Cannot write .*mine.*\n$/);
  assert.equal(readFileSync(join(folder, "mine"), "utf8"), "mine\n");
  assert.deepEqual(readdirSync(folder), ["mine"]);
});

test("a source becomes JavaScript and declarations that lead to JavaScript", () => {
  const source = `/// <reference path="./x.d.ts" />
import type { A } from "./a.ts";
import { b } from "../b.ts";
export { c } from "./c.ts";
/** Says d. */
export const d = async (a: A): Promise<typeof import("./e.ts")> => (b(a), import("./e.ts"));
`;
  const { code, types } = toJavaScript(source, "x.ts");
  assert.doesNotMatch(code + types.replace("./x.d.ts", ""), /\.ts\b/);
  assert.match(code, /from "\.\.\/b\.js"[\s\S]*import\("\.\/e\.js"\)/);
  assert.match(types, /Says d\.[\s\S]*d: \(a: A\) => Promise<typeof import\("\.\/e\.js"\)>/);
});

test("what has no types of its own, or is no TypeScript, is not built", () => {
  assert.throws(() => toJavaScript("export const a = Math.max(1);", "a.ts"), /^Error: Cannot build a\.ts: /);
  assert.throws(() => toJavaScript("export const = ;", "a.ts"), /^Error: Cannot build a\.ts: /);
});
