// What TypeScript is told in a page: the types of what cells import, collected from a folder, and no disk.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { CellDiagnostic } from "../../../kernel/check/cellDiagnostics.ts";
import { CellLanguage } from "../../../kernel/check/cellLanguage.ts";
import { pageDiagnostics } from "../../../kernel/page/pageDiagnostics.ts";
import { tablePlace } from "../../../kernel/page/tablePlace.ts";
import { collectTypes, type PageTypes } from "../../../kernel/pageBuild/collectTypes.ts";

const files: Readonly<Record<string, string>> = {
  "package.json": '{ "name": "a-course", "type": "module" }',
  "tsconfig.json": '{ "compilerOptions": { "strict": true, "lib": ["es2023", "dom"] } }',
  "notebooks/beside.ts":
    "/** Half of it. */\nexport const half = (n: number): number => n / 2;\nimport './other.ts';",
  // Its type is in no word of its own: the file stays as it is.
  "notebooks/told.ts":
    'import { half } from "./beside";\nexport const told = half(3) > 1 ? { yes: true } : { no: 1 };',
  "notebooks/other.ts": "export {};",
  "notebooks/sizes.json": '{ "rows": 3 }',
  "node_modules/typed/package.json":
    '{ "name": "typed", "types": "index.d.ts", "dependencies": { "deep": "1" } }',
  "node_modules/typed/index.d.ts":
    '/// <reference path="./more.d.ts" />\nexport * from "deep";\nexport const own: Extra;',
  "node_modules/typed/more.d.ts": "interface Extra { readonly extra: string }",
  "node_modules/typed/node_modules/deep/package.json":
    '{ "name": "deep", "version": "1.0.0", "types": "a.d.ts" }',
  "node_modules/typed/node_modules/deep/a.d.ts": "export const deep: 1;",
  "node_modules/deep/package.json": '{ "name": "deep", "version": "2.0.0", "types": "a.d.ts" }',
  "node_modules/deep/a.d.ts": "export const deep: 2;",
  "node_modules/untyped/package.json": '{ "name": "untyped", "main": "index.js" }',
  "node_modules/untyped/index.js": "exports.a = 1;",
};
const specifiers = ["./beside.ts", "./told.ts", "./sizes.json", "typed", "deep", "untyped", "absent"];

let folder: string;
let types: PageTypes;
let language: CellLanguage;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "page-types-"));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  types = collectTypes(specifiers, join(folder, "notebooks"));
  language = languageOf(types);
});
after(() => rm(folder, { recursive: true }));

const languageOf = ({ options, entries, packs }: PageTypes): CellLanguage =>
  new CellLanguage(tablePlace({ options, entries, held: specifiers }, Object.values(packs)));
const findings = (source: string): string[] => language.diagnostics(source).map(({ message }) => message);

test("a project's files, a package's, and a package of two versions have the types that they have on the disk", () => {
  for (const [source, type] of [
    ['import { half } from "./beside.ts"; const it = half', "(n: number) => number"],
    ['import { told } from "./told.ts"; const it = told.yes', "boolean | undefined"],
    ['import sizes from "./sizes.json"; const it = sizes.rows', "number"],
    ['import { own } from "typed"; const it = own.extra', "string"],
    ['import { deep } from "typed"; const it = deep', "1"],
    ['import { deep } from "deep"; const it = deep', "2"],
  ] as const) {
    assert.deepEqual(findings(source), [], source);
    assert.equal(
      language.inspect(source, source.indexOf("it =") + 1)?.signature,
      `const it: ${type}`,
      source,
    );
  }
});

test("what can be told from a file alone is a declaration; documentation stays, bodies go", () => {
  const all = Object.values(types.packs).flatMap((pack) => Object.entries(pack.files));
  const text = new Map(all);
  assert.match(
    text.get("/a-course/notebooks/beside.d.ts") ?? "",
    /\/\*\* Half of it\. \*\/\nexport declare const half/,
  );
  assert.equal(text.get("/a-course/notebooks/told.ts"), files["notebooks/told.ts"]);
  assert.equal(text.has("/a-course/notebooks/other.d.ts"), true);
  assert.deepEqual(Object.keys(types.packs).sort(), ["a-course", "deep", "deep-2", "typed", "typescript"]);
});

test("a package is brought with what it stands on, and no other; no path of the machine is in it", () => {
  assert.deepEqual(types.needs.typed, ["deep", "typed"]);
  assert.deepEqual(types.needs.deep, ["deep-2"]);
  assert.deepEqual(types.needs[""], ["typescript"]);
  assert.doesNotMatch(JSON.stringify({ ...types, inputs: [] }), new RegExp(folder));
  assert.deepEqual(Object.keys(types.entries).sort(), [
    "./beside.ts",
    "./sizes.json",
    "./told.ts",
    "deep",
    "typed",
  ]);
});

test("a worker's names are known, and neither a page's nor Node's", () => {
  assert.deepEqual(findings("console.log(performance.now(), new TextEncoder(), structuredClone([1]))"), []);
  assert.equal(findings("document.title").length, 1);
  assert.equal(findings("process.exit()").length, 1);
});

test("cells are begun anew: what stood above is forgotten, and what stayed is known", () => {
  language.restart(["const a = 1; const b = 2", "const c = a"]);
  assert.deepEqual(findings("a + b + c"), []);
  language.restart(["const a = 'text'"]);
  assert.deepEqual(findings("a.length"), []);
  assert.equal(findings("b").length, 1);
  assert.equal(findings("c").length, 1);
  language.restart([]);
  assert.equal(findings("a").length, 1);
});

test("a name that fits is described, an earlier cell's and a member", () => {
  language.restart(["/** Rows of a copy. */\nconst rows = 3"]);
  assert.deepEqual(language.completionFacts("ro", 2, "rows"), {
    signature: "const rows: 3",
    documentation: "Rows of a copy.",
  });
  assert.match(
    language.completionFacts("'a'.to", 6, "toUpperCase")?.signature ?? "",
    /String\.toUpperCase\(\): string/,
  );
  assert.equal(language.completionFacts("ro", 2, "nothing"), undefined);
});

describe("in words of a page", () => {
  const about = (message: string): CellDiagnostic => ({
    ...{ category: "error", code: 2307, line: 1, column: 1, length: 1 },
    message,
  });
  for (const [message, said] of [
    [
      "Cannot find module 'lodash' or its corresponding type declarations.",
      ['Cannot import "lodash" in a page: this page holds a, b; open its notebook in Jupyter for others'],
    ],
    ["Cannot find module 'b' or its corresponding type declarations.", []],
    [
      "Cannot find name 'Buffer'. Do you need to install type definitions for node? Try `npm i`.",
      ["'Buffer' is Node's, and a page has none: it works where the notebook is opened in Jupyter."],
    ],
    [
      "Type 'number' is not assignable to type 'string'.",
      ["Type 'number' is not assignable to type 'string'."],
    ],
  ] as const)
    test(message, () =>
      assert.deepEqual(
        pageDiagnostics([about(message)], ["b", "a"]).map((each) => each.message),
        said,
      ),
    );
});
