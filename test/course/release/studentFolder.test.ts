import assert from "node:assert/strict";
import { test } from "node:test";
import type { PackedPackage } from "../../../course/release/packedPackage.ts";
import { besideNotebooks, studentFolder } from "../../../course/release/studentFolder.ts";
import { parseNotebook } from "../../../kernel/notebook/parseNotebook.ts";
import { code, notebookOf, prose } from "../../book/tools/cells.ts";

const packages: PackedPackage[] = [
  "generation-loss",
  "generation-loss-data",
  "generation-loss-tensors",
  "generation-loss-kernel",
].map((name) => ({ name, file: `${name}-0.1.0.tgz`, bytes: Buffer.from(name) }));
const versions = {
  "simple-statistics": "7.8.8",
  "danfojs-node": "1.2.0",
  "@tensorflow/tfjs-core": "4.22.0",
  "@tensorflow/tfjs-layers": "4.22.0",
  "@tensorflow/tfjs-backend-cpu": "4.22.0",
  "@tensorflow/tfjs-backend-wasm": "4.22.0",
  vega: "6.4.0",
  "vega-lite": "6.4.3",
};
const folderOf = (source: string, name = "week-1"): Map<string, string | Buffer> =>
  studentFolder({
    name,
    notebooks: new Map([[name, notebookOf(prose("title", "# Week 1"), code("a", source))]]),
    packages,
    versions,
  });

interface Manifest {
  readonly name: string;
  readonly private: boolean;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly overrides?: object;
}
const manifestOf = (files: Map<string, string | Buffer>): Manifest =>
  JSON.parse(String(files.get("package.json"))) as Manifest;

const file = (name: string): string => `file:packages/${name}-0.1.0.tgz`;
const kernel = { "generation-loss-kernel": file("generation-loss-kernel") };
const library = { "generation-loss": file("generation-loss") };

const cases: readonly {
  why: string;
  source: string;
  dependencies: Record<string, string>;
  overrides?: object;
}[] = [
  { why: "nothing", source: "1 + 1", dependencies: {} },
  { why: "the library", source: 'import { mean } from "generation-loss";', dependencies: library },
  {
    why: "a data set, later on, in a function",
    source: 'const load = async () => await import("generation-loss-data/digits");',
    dependencies: { "generation-loss-data": file("generation-loss-data") },
  },
  {
    why: "networks",
    source: 'import { openTensors } from "generation-loss/tensor";',
    dependencies: {
      ...library,
      "@tensorflow/tfjs-core": "4.22.0",
      "@tensorflow/tfjs-layers": "4.22.0",
      "@tensorflow/tfjs-backend-cpu": "4.22.0",
      "@tensorflow/tfjs-backend-wasm": "4.22.0",
    },
  },
  {
    why: "data frames",
    source: 'import { toFrame } from "generation-loss/frames";',
    dependencies: {
      ...library,
      "danfojs-node": "1.2.0",
      "@tensorflow/tfjs-node": file("generation-loss-tensors"),
    },
    overrides: { "danfojs-node": { xlsx: "npm:@e965/xlsx@0.20.3" } },
  },
  {
    why: "a package from npm, by one of its paths",
    source: 'import { median } from "simple-statistics/dist/x.js";',
    dependencies: { "simple-statistics": "7.8.8" },
  },
  {
    why: "what Node has, files beside it, and types alone",
    source:
      'import { join } from "node:path";\nimport fs from "fs";\nimport "./mine.ts";\nimport type { A } from "elsewhere";',
    dependencies: {},
  },
  {
    why: "a package in a text and in a remark",
    source: '// import "one"\nconst s = \'import "two"\';',
    dependencies: {},
  },
];
for (const { why, source, dependencies, overrides } of cases)
  test(`a notebook that imports ${why}: what its folder installs, and no file more`, () => {
    const files = folderOf(source);
    const manifest = manifestOf(files);
    assert.deepEqual(manifest.dependencies, { ...kernel, ...dependencies });
    assert.deepEqual(manifest.overrides, overrides);
    const tarballs = Object.values(manifest.dependencies).flatMap(
      (each) => each.match(/^file:(.*)$/)?.[1] ?? [],
    );
    assert.deepEqual(
      [...files.keys()].sort(),
      [...tarballs, "README.md", "package.json", "week-1.ipynb"].sort(),
    );
    for (const path of tarballs) assert.equal(`packages/${String(files.get(path))}-0.1.0.tgz`, path);
  });

test("the folder opens its notebook, is published nowhere, and says in words how to work in it", () => {
  const files = folderOf("1");
  const { name, private: isPrivate, scripts } = manifestOf(files);
  assert.deepEqual(
    [name, isPrivate, scripts],
    ["week-1", true, { start: "genloss lab . -- --LabApp.default_url=/lab/tree/week-1.ipynb" }],
  );
  const readMe = String(files.get("README.md"));
  for (const said of [
    "npm install\nnpm start",
    "week-1.ipynb",
    "Python 3",
    "npx genloss kernel install --user",
    "npx genloss run week-1.ipynb",
  ])
    assert.ok(readMe.includes(said), said);
  assert.match(readMe, /nothing to be installed: ask your instructor/);
  const notebook = notebookOf(code("a", "1"));
  const notebooks = new Map([["week-1", notebook]]);
  const parts = { name: "week-1", notebooks, packages, versions, bookAddress: "https://example.org/book/" };
  assert.match(
    String(studentFolder(parts).get("README.md")),
    /installed: <https:\/\/example\.org\/book\/>\./,
  );
  const path = "week-1.ipynb";
  assert.deepEqual(parseNotebook(String(studentFolder(parts).get(path)), path).cells, notebook.cells);
});

test("what a cell imports and the project has not is refused, with the cell and what to do", () => {
  assert.throws(() => folderOf('import x from "left-pad";'), {
    name: "Refusal",
    exitCode: 1,
    message:
      /^Cannot release week-1\.ipynb, cell a: it must import packages that the project has, got left-pad\n.*npm install --save-exact left-pad$/,
  });
});

for (const name of ["", "week 1", "../up", "a/b", "-x", ".hidden", "Übung"])
  test(`the name ${JSON.stringify(name)} is refused`, () => {
    assert.throws(() => folderOf("1", name), {
      name: "Refusal",
      exitCode: 2,
      message: /^Cannot release an assignment: its names must be/,
    });
  });

test("of several notebooks all needs are installed, and the folder opens instead of one of them", () => {
  const notebooks = new Map([
    ["Part-1", notebookOf(code("a", 'import { mean } from "generation-loss";'))],
    ["part-2", notebookOf(code("a", 'import { digits } from "generation-loss-data/digits";'))],
  ]);
  const files = studentFolder({ name: "Week-2", notebooks, packages, versions });
  const manifest = manifestOf(files);
  assert.equal(manifest.name, "week-2"); // npm knows no capital letters
  assert.deepEqual(manifest.scripts, { start: "genloss lab" });
  assert.deepEqual(Object.keys(manifest.dependencies), [
    "generation-loss-kernel",
    "generation-loss",
    "generation-loss-data",
  ]);
  assert.match(
    String(files.get("README.md")),
    /^# Week-2\n\nYour notebooks are `Part-1\.ipynb`, `part-2\.ipynb`\./,
  );
  for (const path of notebooks.keys()) {
    assert.ok(files.has(`${path}.ipynb`));
    assert.ok(!besideNotebooks({ name: "Week-2", notebooks, packages, versions }).has(`${path}.ipynb`));
  }
});
