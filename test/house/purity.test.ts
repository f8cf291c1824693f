import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { sourceFiles } from "./sourceFiles.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");

const forbidden: readonly [pattern: RegExp, why: string][] = [
  [/\bMath\.random\b/, "draws take a seeded generator"],
  [/\bDate\.now\b|\bnew Date\b|\bperformance\.now\b/, "no clock"],
  [/["']node:/, "no Node module"],
  [/\b(?:document|window|localStorage)\./, "no DOM"],
];

for (const file of ["lib", "course/exercise"].flatMap((folder) => sourceFiles(root, folder))) {
  test(`${file} is pure`, () => {
    const text = withoutComments(readFileSync(join(root, file), "utf8"));
    for (const [pattern, why] of forbidden) assert.doesNotMatch(text, pattern, `${file}: ${why}`);
  });
}

test("no source file names this machine or a package host", () => {
  for (const folder of ["lib", "data", "kernel", "book", "course", "cli", "test", "bench", "notebooks"]) {
    for (const file of sourceFiles(root, folder)) {
      const text = readFileSync(join(root, file), "utf8");
      assert.doesNotMatch(text, /\/(?:home|root|Users|work)\/[a-z]+\//, `${file} names a machine path`);
    }
  }
});
