import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { sourceFiles } from "./sourceFiles.ts";

/** Who may import whom, inside the project: a folder reaches itself and the folders named here. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  data: [],
  kernel: [],
  book: ["kernel"],
  course: ["kernel"],
  notebooks: ["lib", "data"],
  cli: ["lib", "data", "kernel", "book", "course"],
  test: ["lib", "data", "kernel", "book", "course", "cli", "bench", "notebooks"],
  bench: ["lib", "data", "kernel", "book", "course", "cli"],
};

/** Names under which folders are packages. */
const packages: Readonly<Record<string, string>> = {
  "generation-loss": "lib",
  "generation-loss-data": "data",
};

const root = fileURLToPath(new URL("../../", import.meta.url));
const specifier = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\(\s*)["']([^"'\n]+)["']/g;

/** The text in which imports stand: of a notebook, its code cells. */
function code(file: string): string {
  const text = readFileSync(join(root, file), "utf8");
  if (!file.endsWith(".ipynb")) return text.replace(/\/\*[\s\S]*?\*\//g, "");
  const { cells } = JSON.parse(text) as { cells: { cell_type: string; source: string | string[] }[] };
  return cells
    .filter((cell) => cell.cell_type === "code")
    .map((cell) => [cell.source].flat().join(""))
    .join("\n");
}

/** Folders of this project that a file imports from. */
function reached(file: string): string[] {
  return [...code(file).matchAll(specifier)].flatMap(([, name = ""]) => {
    if (name.startsWith(".")) {
      const folder = relative(root, join(root, dirname(file), name)).split("/")[0] ?? "";
      return folder in arrows ? [folder] : [];
    }
    const found = Object.keys(packages).find((known) => name === known || name.startsWith(`${known}/`));
    return found === undefined ? [] : [packages[found] as string];
  });
}

for (const [folder, allowed] of Object.entries(arrows)) {
  test(`${folder}/ imports only ${["itself", ...allowed].join(", ")}`, () => {
    for (const file of sourceFiles(root, folder)) {
      for (const target of reached(file)) {
        assert.ok(target === folder || allowed.includes(target), `${file} must not import from ${target}/`);
      }
    }
  });
}

test("lib/ and data/ are reached by package name from notebooks", () => {
  for (const file of sourceFiles(root, "notebooks")) {
    for (const [, name = ""] of code(file).matchAll(specifier)) {
      assert.doesNotMatch(name, /^\.\.\/(lib|data)\//, `${file} must import ${name} by package name`);
    }
  }
});

test("the layer test sees imports", () => {
  assert.ok(reached("cli/main.ts").includes("kernel"));
});
