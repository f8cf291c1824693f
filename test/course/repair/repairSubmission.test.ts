/** Notebooks that have been through things: the marks that they get are those of the answers in them. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { readExercises } from "../../../course/exercise/readExercises.ts";
import { type RepairedSubmission, repairSubmission } from "../../../course/repair/repairSubmission.ts";
import { formatNotebook } from "../../../kernel/notebook/formatNotebook.ts";
import type { Notebook } from "../../../kernel/notebook/notebook.ts";
import { parsePercent } from "../../../kernel/notebook/parsePercent.ts";
import { readNotebook } from "../../../kernel/notebook/readNotebook.ts";
import { type File, mutilations } from "./mutilations.ts";

const folder = fileURLToPath(new URL("../../../notebooks/", import.meta.url));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const plain = (text: string): string => text.trim();

/** A chapter as it is handed out, and the solution of each answer by the id of its cell. */
async function chapter(name: string): Promise<{ release: Notebook; solutions: ReadonlyMap<string, string> }> {
  const release = await readNotebook(`${folder}${name}.ipynb`);
  const regions = parsePercent(await readFile(`${folder}solutions/${name}.ts`, "utf8"));
  const { exercises } = readExercises(release, regions);
  return {
    release,
    solutions: new Map(exercises.map(({ starter, solution }) => [starter!.id, solution!.source])),
  };
}

const repaired = (result: RepairedSubmission): Extract<RepairedSubmission, { status: "ok" }> => {
  assert.equal(result.status, "ok");
  return result as Extract<RepairedSubmission, { status: "ok" }>;
};

for (const name of ["01-a-photocopy-of-a-photocopy", "16-labels-watermarks-receipts"]) {
  const { release, solutions } = await chapter(name);
  describe(`${name}, handed in`, () => {
    for (const { title, change, write = bytes, lost = [] } of mutilations)
      test(`with ${title}, is what it was with the answers in it`, () => {
        const answered = {
          ...release,
          cells: release.cells.map((cell) => ({ ...cell, source: solutions.get(cell.id) ?? cell.source })),
        };
        const file = JSON.parse(formatNotebook(answered)) as File;
        change(
          file,
          file.cells.filter(({ id }) => solutions.has(id ?? "")),
          release.cells.filter(({ id }) => solutions.has(id)).map(({ source }) => source),
        );
        const { notebook } = repaired(repairSubmission(release, write(JSON.stringify(file))));
        const ids = new Set(release.cells.map(({ id }) => id));
        const given = notebook.cells.filter(({ id }) => ids.has(id));
        assert.deepEqual(
          given.map(({ id }) => id),
          release.cells.map(({ id }) => id),
        );
        const gone = new Set([...solutions.keys()].filter((_, place) => lost.includes(place)));
        for (const [index, cell] of release.cells.entries()) {
          const wanted = gone.has(cell.id) ? cell.source : (solutions.get(cell.id) ?? cell.source);
          assert.equal(plain(given[index]!.source), plain(wanted), cell.id);
          assert.deepEqual(
            [given[index]!.metadata, given[index]!.cell_type],
            [cell.metadata, cell.cell_type],
          );
        }
        // The starter, or what is to be marked, is nowhere a second time.
        const more = notebook.cells.filter(({ id }) => !ids.has(id)).map(({ source }) => source);
        for (const source of more) assert.ok(["const helper = 1;", "a note"].includes(source), source);
      });
  });
}

test("what is no notebook is told as that, and never thrown", async () => {
  const { release } = await chapter("01-a-photocopy-of-a-photocopy");
  const whys = [
    "",
    "  \n",
    "no notebook",
    "[1, 2]",
    "5",
    "null",
    '{"cells": 5}',
    '{"cells": [',
    "\u0000\u0001",
  ].map((text) => {
    const result = repairSubmission(release, bytes(text));
    return result.status === "unreadable" ? result.why : "";
  });
  for (const why of whys)
    assert.match(why, /^(?:the file is empty|it is no notebook: |it is JSON, but holds no cells)/);
  assert.equal(repairSubmission(release, Uint8Array.of(0xff, 0xfe, 0x00)).status, "unreadable");
});

test("findings say what was done, and to what", async () => {
  const { release, solutions } = await chapter("01-a-photocopy-of-a-photocopy");
  const file = JSON.parse(formatNotebook(release)) as File;
  const answers = file.cells.filter(({ id }) => solutions.has(id ?? ""));
  const [first, second, third] = answers as [
    File["cells"][number],
    File["cells"][number],
    File["cells"][number],
  ];
  const names = answers.map(({ metadata }) => (metadata.nbgrader as { grade_id: string }).grade_id);
  first.cell_type = "raw";
  second.metadata = {};
  file.cells.splice(file.cells.indexOf(third), 1);
  file.cells.push({ cell_type: "code", id: "mine", source: "1 + 1", metadata: {} });
  file.cells.find(({ id }) => id === "setup")!.source = "1";
  const { findings } = repaired(repairSubmission(release, bytes(JSON.stringify(file))));
  assert.deepEqual(
    findings.map(({ cell, kind, words }) => `${cell}, ${kind}: ${words}`),
    [
      "setup, changed: was changed, and is as it was handed out",
      `${names[0]}, retyped: was a raw cell, and is code again`,
      `${names[1]}, found: its name was gone; found by the cell's id`,
      `${names[2]}, missing: is not there: the starter stands in its place`,
      ", own: 1 cell of the student's own",
    ],
  );
});

test("the same submission gives the same notebook", async () => {
  const { release } = await chapter("01-a-photocopy-of-a-photocopy");
  const text = bytes(formatNotebook(release).replaceAll('"id"', '"di"'));
  assert.deepEqual(repairSubmission(release, text), repairSubmission(release, text));
});
