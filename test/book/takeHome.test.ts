import assert from "node:assert/strict";
import { test } from "node:test";
import { takeHome } from "../../book/takeHome.ts";
import type { Notebook } from "../../kernel/notebook/notebook.ts";
import { code, notebookOf, prose } from "./tools/cells.ts";

const packages = new Map([
  ["generation-loss", "lib"],
  ["generation-loss-data", "data"],
]);
const path = "notebooks/01-one.ipynb";
const home = (...cells: Notebook["cells"]): Notebook["cells"] =>
  takeHome(notebookOf(...cells), path, packages, "reader").cells;

test("a chapter taken home says first where it runs, by the packages that it imports", () => {
  const title = prose("title", "# One");
  const [where, ...rest] = home(title, code("a", 'import { c4 } from "generation-loss/tensor";'));
  assert.match(where?.source ?? "", /^\*\*Where this runs\.\*\* The code imports `generation-loss`: part of/);
  assert.match(
    where?.source ?? "",
    /`npm ci && npm run lab`\. There this notebook is `notebooks\/01-one\.ipynb`/,
  );
  assert.match(where?.source ?? "", /`npm install PROJECT\/lib`,/);
  assert.match(where?.source ?? "", /\n- The book's page \[\*Run this\*\]\(\.\.\/run\.html\) says it/);
  assert.deepEqual([rest[0], rest.length], [title, 2]);

  const both = home(
    code("a", 'await import("generation-loss"); await import("generation-loss-data/digits");'),
  )[0];
  assert.match(
    both?.source ?? "",
    /`generation-loss` and `generation-loss-data`:[\s\S]*PROJECT\/lib PROJECT\/data`/,
  );
});

test("for a class it runs in a folder that was handed out", () => {
  const imports = code("a", 'import { c4 } from "generation-loss/tensor";');
  const [where] = takeHome(notebookOf(imports), path, packages, "class").cells;
  assert.match(
    where?.source ?? "",
    /^\*\*Where this runs\.\*\*[\s\S]*instructor hands out[\s\S]*`npm install`/,
  );
  assert.doesNotMatch(where?.source ?? "", /PROJECT|npm ci|notebooks\//);
});

test("a chapter that needs nothing of the project is taken home as it is", () => {
  const cells = [
    prose("title", "# One: generation-loss"),
    code("a", 'import { readFile } from "node:fs/promises";'),
  ];
  assert.deepEqual(home(...cells), cells);
});
