import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { plainImportError } from "../../../kernel/node/plainImportError.ts";
import { workspacePackages } from "../../../kernel/node/workspacePackages.ts";
import { folderWith } from "../../cli/tools/folderWith.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

const said = (name: string): string => {
  const message = `Cannot find package '${name}' imported from /somewhere/cell.mjs`;
  const error = Object.assign(new Error(message), { code: "ERR_MODULE_NOT_FOUND" });
  return (plainImportError(error, name, "file:///somewhere/n.ipynb") as Error).message;
};

test("a package that is not there: what to type depends on where it can be had", () => {
  assert.equal(said("lodash"), 'Cannot find the package "lodash". Install it with:  npm install lodash');
  for (const [name, folder] of workspacePackages(root)) {
    assert.ok(
      said(name).endsWith(
        `comes with this kernel's project and not from npm. Install it with:  npm install ${folder}`,
      ),
    );
  }
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
