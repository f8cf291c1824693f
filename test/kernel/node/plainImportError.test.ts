import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { plainImportError } from "../../../kernel/node/plainImportError.ts";
import { workspacePackages } from "../../../kernel/node/workspacePackages.ts";
import { runNotebook } from "../../../kernel/run/runNotebook.ts";
import { code, notebookOf } from "../../book/tools/cells.ts";
import { folderWith } from "../../cli/tools/folderWith.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

const said = (name: string): string => {
  const message = `Cannot find package '${name}' imported from /somewhere/cell.mjs`;
  const error = Object.assign(new Error(message), { code: "ERR_MODULE_NOT_FOUND" });
  return (plainImportError(error, name, "file:///somewhere/n.ipynb") as Error).message;
};

test("a package that is not there: what to type", () => {
  assert.equal(said("lodash"), 'Cannot find the package "lodash". Install it with:  npm install lodash');
});

test("a notebook far from the project imports the project's packages, with their types", async () => {
  const folder = folderWith({});
  const path = join(folder, "n.ipynb");
  const source = `// types: error
import { mean, type Rng } from "generation-loss";
import * as tensor from "generation-loss/tensor";
import { digits } from "generation-loss-data/digits";
[mean([1, 2, 6]), typeof tensor, typeof digits]`;
  const wrong = "// types: error\nconst s: string = mean([1]); s";
  const cells = [source, wrong].map((text, i) => code(`c${i}`, text));
  const run = { path, timeoutMs: 120_000, allowErrors: true };
  const { notebook } = await runNotebook(notebookOf(...cells), run);
  const [first, second] = notebook.cells.map((cell) =>
    cell.cell_type === "code" ? cell.outputs[0] : undefined,
  );
  assert.equal(
    first?.output_type === "execute_result" && first.data["text/plain"],
    "[ 3, 'object', 'function' ]",
    JSON.stringify(first),
  );
  assert.equal(second?.output_type === "error" && second.ename, "TypeScriptError");
});

test("workspacePackages() reads the project's folders by their packages' names", () => {
  assert.deepEqual([...workspacePackages(root).keys()], ["generation-loss", "generation-loss-data"]);
  const folder = folderWith({
    "package.json": '{ "workspaces": ["a", "b", "missing"] }',
    "a/package.json": '{ "name": "x" }',
    "b/package.json": '{ "name": "y", "private": true }',
  });
  assert.deepEqual([...workspacePackages(folder)], [["x", `${folder}/a`]]);
  assert.deepEqual([...workspacePackages(`${folder}/a`)], []);
  assert.deepEqual([...workspacePackages(`${folder}/nowhere`)], []);
});
