import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { sourceFiles } from "./sourceFiles.ts";

/**
 * Who may import whom, inside the project: a folder reaches itself and the folders named here. A folder of a folder that
 * stands here has arrows of its own: those of the folder around it are not for it.
 */
const arrows: Readonly<Record<string, readonly string[]>> = {
  lib: [
    ...["lib/require", "lib/numerics", "lib/show", "lib/random", "lib/text", "lib/decoding", "lib/models"],
    ...[
      "lib/metrics",
      "lib/inference",
      "lib/laws",
      "lib/loops",
      "lib/provenance",
      "lib/figures",
      "lib/claims",
    ],
    "lib/profile",
  ],
  // The ground: what arguments must be, loops in WebAssembly, arithmetic, and words and marks for a reader.
  "lib/require": [],
  "lib/wasm": [],
  "lib/numerics": ["lib/wasm"],
  "lib/show": [],
  "lib/random": ["lib/require", "lib/wasm", "lib/numerics"],
  "lib/text": ["lib/require"],
  "lib/decoding": ["lib/require"],
  "lib/models": ["lib/require", "lib/numerics", "lib/random", "lib/decoding"],
  "lib/metrics": ["lib/require", "lib/wasm", "lib/numerics", "lib/random", "lib/text", "lib/models"],
  "lib/inference": ["lib/require", "lib/random", "lib/metrics"],
  "lib/laws": ["lib/require", "lib/numerics"],
  "lib/loops": ["lib/require", "lib/random", "lib/models"],
  "lib/provenance": ["lib/require", "lib/random", "lib/laws"],
  "lib/figures": ["lib/require", "lib/numerics", "lib/show", "lib/random", "lib/metrics"],
  "lib/claims": ["lib/require", "lib/show"],
  "lib/profile": ["lib/require", "lib/show"],
  "lib/tensor": ["lib/require", "lib/numerics", "lib/random", "lib/decoding", "lib/models"],
  "lib/frames": ["lib/require"],
  "lib/svg": ["lib/figures"],
  "lib/sweep": ["lib/require", "lib/random", "lib/metrics"],
  data: [],
  kernel: [],
  "kernel/notebook": ["kernel"],
  "kernel/compile": ["kernel"],
  "kernel/display": ["kernel", "kernel/notebook"],
  "kernel/session": ["kernel", "kernel/notebook", "kernel/compile", "kernel/display"],
  "kernel/tslab": ["kernel", "kernel/session"],
  "kernel/node": ["kernel", "kernel/compile", "kernel/display", "kernel/session", "kernel/tslab"],
  "kernel/check": ["kernel", "kernel/notebook", "kernel/compile", "kernel/session", "kernel/node"],
  "kernel/files": ["kernel"],
  "kernel/run": ["kernel", "kernel/notebook", "kernel/session", "kernel/node", "kernel/check"],
  "kernel/page": ["kernel", "kernel/check", "kernel/compile", "kernel/session"],
  "kernel/pageBuild": ["kernel", "kernel/check", "kernel/node", "kernel/page"],
  // Its threads: what they share, then one folder each.
  "kernel/jupyter": ["kernel/node", "kernel/jupyter/shared", "kernel/jupyter/cells", "kernel/jupyter/bundle"],
  "kernel/jupyter/bundle": ["kernel/files"],
  "kernel/jupyter/shared": ["kernel", "kernel/session"],
  "kernel/jupyter/cells": ["kernel/session", "kernel/node", "kernel/jupyter/shared"],
  "kernel/jupyter/language": ["kernel/check", "kernel/jupyter/shared"],
  "kernel/jupyter/protocol": [
    ...["kernel", "kernel/notebook", "kernel/compile", "kernel/session", "kernel/node", "kernel/check"],
    ...["kernel/jupyter/shared", "kernel/jupyter/language"],
  ],
  "kernel/jupyter/install": ["kernel/files", "kernel/jupyter/shared", "kernel/jupyter/protocol"],
  book: ["kernel", "course/exercise"],
  course: ["kernel", "jobs", "course/exercise", "course/repair", "course/sandbox"],
  "course/export": ["kernel", "course"],
  "course/sandbox": ["kernel"],
  "course/repair": ["kernel"],
  // It reads what was handed in by the same eyes as the repair does.
  "course/collect": ["kernel", "course", "course/repair"],
  "course/exercise": ["kernel"],
  // Knows nothing of what it does: a job is a module's name and JSON.
  jobs: [],
  sweep: ["lib", "kernel", "jobs"],
  "sweep/examples": ["lib"],
  notebooks: ["lib", "data"],
  cli: ["lib", "data", "kernel", "book", "course", "jobs", "sweep"],
  test: ["lib", "data", "kernel", "book", "course", "jobs", "sweep", "cli", "bench", "notebooks"],
  bench: ["lib", "data", "kernel", "book", "course", "jobs", "sweep", "cli"],
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

/** The folder of the list in which a path stands; the innermost, if there are two. */
const folderOf = (path: string): string | undefined =>
  Object.keys(arrows)
    .filter((folder) => path.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];

/** Whether a folder is among these, or inside one. */
const isAmong = (folder: string, allowed: readonly string[], isInside = false): boolean =>
  allowed.some((each) => each === folder || (!isInside && folder.startsWith(`${each}/`)));

/** Folders of this project that a file imports from. */
function reached(file: string): string[] {
  return [...code(file).matchAll(specifier)].flatMap(([, name = ""]) => {
    if (name.startsWith(".")) {
      return folderOf(relative(root, join(root, dirname(file), name))) ?? [];
    }
    const found = Object.keys(packages).find((known) => name === known || name.startsWith(`${known}/`));
    return found === undefined ? [] : [packages[found] as string];
  });
}

for (const [folder, allowed] of Object.entries(arrows)) {
  test(`${folder}/ imports only ${["itself", ...allowed].join(", ")}`, () => {
    const files = sourceFiles(root, folder).filter((file) => folderOf(file) === folder);
    assert.ok(files.length > 0);
    // Within a folder each arrow is named; from outside all of it is one.
    for (const file of files)
      for (const target of reached(file))
        assert.ok(
          target === folder || isAmong(target, allowed, /^(kernel|lib)/.test(folder)),
          `${file} must not import from ${target}/`,
        );
  });
}

test("no import in lib/ runs up a floor: a folder imports only what the list names before it", () => {
  const folders = Object.keys(arrows).filter((folder) => folder.startsWith("lib/"));
  const inLib = sourceFiles(root, "lib").flatMap((file) => file.match(/^lib\/[^/]+(?=\/)/)?.[0] ?? []);
  assert.deepEqual([...folders].sort(), [...new Set(inLib)].sort());
  for (const [floor, folder] of folders.entries())
    for (const target of arrows[folder] ?? [])
      assert.ok(folders.indexOf(target) < floor, `${folder} must not stand on ${target}`);
});

test("lib/ and data/ are reached by package name from notebooks", () => {
  for (const file of sourceFiles(root, "notebooks")) {
    for (const [, name = ""] of code(file).matchAll(specifier)) {
      assert.doesNotMatch(name, /^\.\.\/(lib|data)\//, `${file} must import ${name} by package name`);
    }
  }
});

test("the layer test sees imports", () => {
  assert.ok(reached("cli/runCommands.ts").includes("kernel"));
  assert.ok(reached("book/chapter.ts").includes("course/exercise"));
  assert.equal(folderOf("course/writeCourse.ts"), "course");
  assert.equal(isAmong("course", arrows.book!), false);
});
