/** Nothing that stands in solutions, hidden tests or mark schemes alone goes out, wherever it hides. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { courseKeys } from "../../../course/release/courseKeys.ts";
import { findLeaks } from "../../../course/release/findLeaks.ts";
import { releaseFiles } from "../../../course/release/releaseFiles.ts";
import { secretTokens } from "../../../course/release/secretTokens.ts";
import { coursePaths } from "../../../course/settings/coursePaths.ts";
import { readSource } from "../../../course/source/readSource.ts";
import type { Cell, Notebook } from "../../../kernel/notebook/notebook.ts";
import { printed } from "../../book/tools/cells.ts";
import { folderWith } from "../../cli/tools/folderWith.ts";
import { sample } from "../source/tools.ts";

const of = (notebook: Notebook) => readSource(notebook, { name: "hw" });
const source = of(sample());
const secrets = secretTokens([source], []);

test("secret are the names, numbers, texts and lines that stand there alone", () => {
  assert.deepEqual([...secrets.words.keys()].sort(), ["weighted"]);
  const phrases = [...secrets.phrases.keys()];
  for (const phrase of [
    "const fair = [0.25, 0.25, 0.25, 0.25];",
    "four sides tell two bits",
    "hint: add the shares of all sides",
    "one for the maximum",
    "Because a sure event tells nothing.",
  ])
    assert.ok(phrases.includes(phrase), `${phrase}\n${phrases.join("\n")}`);
  assert.equal(
    phrases.includes("function entropy(p: readonly number[]): number {"),
    false,
    "students see it",
  );
});

test("what the language or a package has is no secret", () => {
  const solved = sample();
  const cells = solved.cells.map((cell) =>
    cell.id === "entropy"
      ? {
          ...cell,
          source: cell.source.replace("weighted.reduce", "weighted.toReversed().standardError().reduce"),
        }
      : cell,
  );
  const words = (known: string[]) => [...secretTokens([of({ ...solved, cells })], known).words.keys()].sort();
  assert.deepEqual(words([]), ["standardError", "weighted"]);
  assert.deepEqual(words(["export function standardError() {}"]), ["weighted"]);
});

const packed = Buffer.from("a picture of weighted things").toString("base64");
const changing = (id: string, change: (cell: Cell) => Cell): Notebook => {
  const { release } = source.manifest;
  return { ...release, cells: release.cells.map((cell) => (cell.id === id ? change(cell) : cell)) };
};

for (const [about, notebook, place] of [
  [
    "an output",
    changing("far", (cell) => ({ ...cell, outputs: [printed("weighted = 1")] }) as Cell),
    "hw.ipynb, cell far, outputs",
  ],
  [
    "an output in lines",
    changing(
      "far",
      (cell) =>
        ({
          ...cell,
          outputs: [
            {
              output_type: "display_data",
              metadata: {},
              data: { "text/html": ["<b>four sides", " tell two bits</b>"] },
            },
          ],
        }) as Cell,
    ),
    "hw.ipynb, cell far, outputs",
  ],
  [
    "a picture",
    changing(
      "far",
      (cell) =>
        ({
          ...cell,
          outputs: [{ output_type: "display_data", metadata: {}, data: { "image/png": packed } }],
        }) as Cell,
    ),
    "hw.ipynb, cell far, outputs",
  ],
  [
    "metadata",
    changing("ask", (cell) => ({ ...cell, metadata: { note: { deep: ["one for the maximum"] } } })),
    "hw.ipynb, cell ask, metadata",
  ],
  [
    "a key of metadata",
    changing("ask", (cell) => ({ ...cell, metadata: { weighted: 1 } })),
    "hw.ipynb, cell ask, metadata",
  ],
  [
    "an attachment",
    changing("ask", (cell) => ({ ...cell, attachments: { "a.png": { "image/png": packed } } }) as Cell),
    "hw.ipynb, cell ask, attachments",
  ],
  [
    "a source",
    changing("far", (cell) => ({ ...cell, source: "const weighted = 1;" })),
    "hw.ipynb, cell far, source",
  ],
  [
    "the notebook's metadata",
    { ...source.manifest.release, metadata: { hint: "Because a  sure event tells nothing." } },
    "hw.ipynb, metadata",
  ],
] as const)
  test(`${about} that tells is found`, () => {
    const leaks = findLeaks(new Map([["hw.ipynb", ""]]), new Map([["hw.ipynb", notebook]]), secrets);
    assert.deepEqual(
      leaks.map((leak) => leak.place),
      [place],
    );
  });

const text = "xx weighted yy";
for (const [path, content, place] of [
  ["data.csv", `a,b\n${text}`, "data.csv"],
  ["wide.txt", Buffer.from(text, "utf16le"), "wide.txt"],
  ["a.tgz", gzipSync(text), "a.tgz, inside"],
  ["a.zip", Buffer.from(zipSync({ "in.txt": Buffer.from(text) })), "a.zip, in.txt"],
  ["weighted/a.txt", "nothing", "the name weighted/a.txt"],
] as const)
  test(`a file that tells is found: ${path}`, () => {
    assert.deepEqual(
      findLeaks(new Map([[path, content]]), new Map(), secrets).map((leak) => leak.place),
      [place],
    );
  });

test("a release that would tell is refused, naming the place; one that does not goes out whole", () => {
  const keys = courseKeys(coursePaths(folderWith({})));
  const assignment = (files: Record<string, string>) => ({
    name: "hw",
    notebooks: [source],
    files: new Map(Object.entries(files).map(([path, content]) => [path, Buffer.from(content)])),
  });
  const options = { keys, secrets, extraFiles: new Map([["package.json", "{}"]]), packageTexts: [] };
  assert.throws(() => releaseFiles(assignment({ "notes.md": "weighted" }), options), {
    exitCode: 1,
    message: /^Cannot release hw: .*\n {2}notes\.md: "weighted", of the solution of entropy\n/,
  });
  assert.throws(() => releaseFiles(assignment({ "package.json": "" }), options), {
    exitCode: 2,
    message: /source\/hw\/package\.json has the name of a file that goes out with it/,
  });
  const carrying = { ...options, extraFiles: new Map([["README.md", "A weighted mean."]]) };
  assert.throws(() => releaseFiles(assignment({}), carrying), { message: /README\.md: "weighted"/ });
  const readMe = { ...carrying, packageTexts: ["a weighted mean"] };
  assert.ok(releaseFiles(assignment({}), readMe).all.has("README.md"), "the packages may say it");
  assert.throws(() => releaseFiles(assignment({ "notes.md": "weighted" }), readMe), { message: /notes\.md/ });
  const { own, all } = releaseFiles(assignment({ "data.csv": "1" }), options);
  assert.deepEqual([...own.keys()], ["hw.ipynb", "data.csv"]);
  assert.deepEqual([...all.keys()], ["hw.ipynb", "data.csv", "manifest.json", "package.json"]);
});
