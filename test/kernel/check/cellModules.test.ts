import assert from "node:assert/strict";
import { test } from "node:test";
import { CellFiles } from "../../../kernel/check/cellFiles.ts";
import { CellModules } from "../../../kernel/check/cellModules.ts";
import { ts } from "../../../kernel/check/typescript.ts";

const cells = ['import { a } from "one"', "const b = 1", 'import { c } from "two"', "b + c"];
const made = (): { files: CellFiles; modules: CellModules } => {
  const files = new CellFiles({ tsc: ts, system: ts.sys });
  return { files, modules: new CellModules({ tsc: ts, directory: "/cells" }, files) };
};

test("cells that are begun anew as they were are no change; one that is another is one", () => {
  const { files, modules } = made();
  modules.restart(cells);
  const before = files.changes;
  modules.restart(cells);
  assert.equal(files.changes, before);
  modules.restart(cells.with(1, "const b = 2"));
  assert.equal(files.changes, before + 1);
});

test("begun anew or added one by one, cells are the same files", () => {
  const { files, modules } = made();
  const { files: others, modules: added } = made();
  modules.restart(cells);
  for (const cell of cells) added.add(cell);
  for (const name of ["cell-list", "cell-1", "cell-2", "cell-3", "cell-4"])
    assert.equal(files.read(`/cells/${name}.ts`), others.read(`/cells/${name}.ts`), name);
  assert.match(files.read("/cells/cell-list.ts") ?? "", /^import ".\/cell-1.ts";\nimport ".\/cell-3.ts";$/);
});
