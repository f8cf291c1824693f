import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { LibraryExport } from "../../../book/api/library.ts";
import { readLibrary } from "../../../book/api/readLibrary.ts";
import { folderCache } from "../../../book/cache.ts";
import { readConfig } from "../../../book/config.ts";
import type { Fault } from "../../../book/fault.ts";
import { libraryFiles, withLibrary } from "../fixtures/library.ts";
import { keepsNothing } from "../tools/context.ts";
import { project } from "../tools/project.ts";

async function read(files: Readonly<Record<string, string>> = libraryFiles) {
  await using made = await project({ ...withLibrary, files: { ...libraryFiles, ...files } });
  const { api } = await readConfig(made.root);
  const faults: Fault[] = [];
  const library = await readLibrary(made.root, api!, keepsNothing, faults);
  const all = new Map(
    library.groups.flatMap(({ exports }) => exports.map((each) => [each.name, each] as const)),
  );
  return { library, all, faults };
}

test("readLibrary() makes a group of each folder: those of the contents first, then the others", async () => {
  const { library, faults } = await read();
  assert.deepEqual(
    library.groups.map(({ title, page, exports }) => [title, page, exports.map(({ name }) => name)]),
    [
      ["Laws", "api/laws.html", ["decay", "half", "laws"]],
      ["Models", "api/models.html", ["ModelError", "Model", "Options"]],
      ["internal", "api/internal.html", ["Ddof"]],
      ["networks", "api/networks.html", ["train"]],
    ],
  );
  assert.deepEqual(faults, []);
});

test("readLibrary() says which module an export comes from: the first that offers it", async () => {
  const { all } = await read();
  assert.equal(all.get("train")?.module, "generation-loss/networks");
  assert.equal(all.get("Ddof")?.module, "generation-loss");
  assert.equal(all.get("train")?.signature, "async function train(): Promise<void>");
});

test("readLibrary() reads signatures, and types of parameters through names and intersections", async () => {
  const { all } = await read();
  const decay = all.get("decay") as LibraryExport;
  assert.equal(
    decay.signature,
    "function decay(\n  generation: number,\n  { size, ddof }: Options & { ddof: Ddof },\n): number",
  );
  assert.deepEqual(
    decay.params.map(({ name, type }) => [name, type]),
    [
      ["generation", "number"],
      ["options.size", "number"],
      ["options.ddof", "Ddof"],
    ],
  );
  assert.equal(decay.returns, "number");
  assert.equal(all.get("half")?.signature, "function half(x: number): number");
  assert.equal(all.get("Ddof")?.signature, "type Ddof = 0 | 1");
});

test("readLibrary() lists members with their comments, and what a registry holds", async () => {
  const { all } = await read();
  assert.equal(all.get("Model")?.signature, "interface Model<Item>");
  assert.deepEqual(all.get("Model")?.members, [
    { name: "name", type: "string", text: "Lower case." },
    { name: "sample(count: number, options?: Options)", type: "Item[]", text: "`count` new items." },
    { name: "logProb?(item: Item)", type: "number", text: "Log of a probability, if there is one." },
  ]);
  assert.equal(all.get("ModelError")?.signature, "class ModelError extends Error");
  assert.deepEqual(all.get("laws")?.members, []);
  assert.deepEqual(all.get("laws")?.lists, ["decay", "half"]);
});

test("readLibrary() names exports without a header, and parameters that are not there", async () => {
  const { faults } = await read({
    "lib/internal/ddof.ts": "export type Ddof = 0 | 1;\n",
    "lib/laws/halve.ts":
      "/**\n * Half.\n *\n * @param y a number\n */\nexport function halve(x: number): number {\n  return x / 2;\n}\n",
  });
  assert.deepEqual(
    faults.map(({ file, message }) => `${file} ${message}`),
    [
      "lib/internal/ddof.ts Ddof has no header; say above it in a sentence what it is",
      'lib/laws/halve.ts half has no parameter "y"; correct the @param in its header',
    ],
  );
});

test("readLibrary() refuses a package that is not there, or offers what is not there", async () => {
  await using made = await project({ config: withLibrary.config! });
  const { api } = await readConfig(made.root);
  const reading = () => readLibrary(made.root, api!, keepsNothing, []);
  await assert.rejects(reading(), { exitCode: 2, message: /lib\/package\.json must exist/ });
  await made.write("lib/package.json", '{ "name": "a", "exports": { "./b": "./b.ts" } }');
  await assert.rejects(reading(), {
    exitCode: 2,
    message: /lib\/b\.ts, which is a\/b in lib\/package\.json, must exist/,
  });
});

test("readLibrary() reads a library that did not change from its cache", async () => {
  await using made = await project(withLibrary);
  const { api } = await readConfig(made.root);
  const kinds: string[] = [];
  const cache = folderCache(join(made.root, "cache"));
  const watching = {
    ...cache,
    remember: <T>(kind: string, ingredients: unknown, make: () => T | Promise<T>): Promise<T> =>
      cache.remember(kind, ingredients, () => {
        kinds.push(kind);
        return make();
      }),
  };
  const first = await readLibrary(made.root, api!, watching, []);
  const second = await readLibrary(made.root, api!, watching, []);
  assert.deepEqual(kinds, ["library"]);
  assert.deepEqual(second, first);
});

test("the course's library: no fault in a header, and each folder has a title in book.yml", async () => {
  const root = fileURLToPath(new URL("../../../", import.meta.url));
  const { api } = await readConfig(root);
  const faults: Fault[] = [];
  const { groups } = await readLibrary(root, api!, keepsNothing, faults);
  assert.deepEqual(faults, []);
  assert.deepEqual(
    groups.filter(({ about }) => about === "").map(({ folder }) => folder),
    [],
  );
});

test("readLibrary() gives each further package a page of its own, after the library's", async () => {
  const files = {
    ...libraryFiles,
    "data/package.json": '{ "name": "generation-loss-data", "exports": { "./whales": "./whales/load.ts" } }',
    "data/whales/load.ts": `/**
 * Loads whales.
 *
 * @example (await whales()).length // => 1
 */
export async function whales(): Promise<readonly string[]> {
  return ["Moby Dick"];
}
`,
  };
  await using made = await project({ ...withLibrary, files });
  const { api } = await readConfig(made.root);
  const packages = [{ folder: "data", title: "Data sets", about: "Small." }];
  const library = await readLibrary(made.root, { ...api!, packages }, keepsNothing, []);
  const { title, page, exports } = library.groups.at(-1)!;
  assert.deepEqual(
    [title, page, exports.map(({ name, module }) => [name, module])],
    ["Data sets", "api/data.html", [["whales", "generation-loss-data/whales"]]],
  );
  assert.deepEqual([library.package, library.others], ["generation-loss", ["generation-loss-data"]]);
  assert.equal(exports[0]?.doc.examples[0], "(await whales()).length // => 1");
});
