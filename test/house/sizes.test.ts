/** Files that hold one idea are short. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { sourceFiles } from "./sourceFiles.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const linesOf = (file: string): number => readFileSync(join(root, file), "utf8").trimEnd().split("\n").length;
const sources = ["lib", "data", "kernel", "book", "course", "cli"].flatMap((folder) =>
  sourceFiles(root, folder),
);

test("no file of kernel/jupyter has more than 250 lines", () => {
  const files = sources.filter((file) => file.startsWith("kernel/jupyter/"));
  assert.ok(files.length > 20);
  assert.deepEqual(
    files.filter((file) => linesOf(file) > 250),
    [],
  );
});

test("half of all source files have at most 45 lines", () => {
  const lengths = sources.map(linesOf).sort((a, b) => a - b);
  const median = lengths[Math.floor(lengths.length / 2)] as number;
  assert.ok(median <= 45, `${median} lines`);
});
