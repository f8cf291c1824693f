import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { formatNotebook } from "../../../kernel/notebook/formatNotebook.ts";
import type { Notebook } from "../../../kernel/notebook/notebook.ts";
import { parseNotebook } from "../../../kernel/notebook/parseNotebook.ts";
import { notebookOf } from "../../book/tools/cells.ts";
import { cell, lines } from "../../course/source/tools.ts";
import { folderWith } from "./folderWith.ts";

/** In it each student has a number of their own. */
const draws = notebookOf(
  cell.words("ask-shifted", "## Shifted\n\nWrite `shifted(x)`: `x` and your seed."),
  cell.given("own", "const seed = 1; // variant"),
  cell.answer(
    "shifted",
    lines(
      "function shifted(x: number): number {",
      "  // BEGIN SOLUTION",
      "  return x + seed;",
      "  // END SOLUTION",
      "  return NaN;",
      "}",
    ),
  ),
  cell.tests(
    "shifted-test",
    2,
    lines(
      'if (shifted(0) !== seed) throw new Error("nought, shifted");',
      "// BEGIN HIDDEN TESTS",
      "// %% hidden: below nought",
      'if (shifted(-5) !== seed - 5) throw new Error("five below nought, shifted");',
      "// END HIDDEN TESTS",
    ),
  ),
  cell.words("ask-why", "## In words\n\nWhy do two of you differ?"),
  cell.essay("why", 4, "Their seeds differ."),
);

/** In it all have the same. */
const plain = notebookOf(
  cell.answer(
    "twice",
    lines(
      "function twice(x: number): number {",
      "  // BEGIN SOLUTION",
      "  return 2 * x;",
      "  // END SOLUTION",
      "  return NaN;",
      "}",
    ),
  ),
  cell.tests("twice-test", 1, 'if (twice(2) !== 4) throw new Error("two, twice");'),
);

const asSource = ({ metadata, ...notebook }: Notebook): string => {
  const kernelspec = { display_name: "TypeScript", language: "typescript", name: "genloss" };
  return formatNotebook({ ...notebook, metadata: { ...metadata, kernelspec } });
};

/** A folder with a course whose assignment `hw` gives each student numbers of their own; nothing has gone out yet. */
export const variedCourse = (): string =>
  folderWith({
    "course.json": JSON.stringify({
      ...{ timeZone: "UTC", sandbox: "D", limits: { testSeconds: 5, cellSeconds: 60 } },
      assignments: { hw: { variants: true } },
    }),
    "source/hw/draws.ipynb": asSource(draws),
    "source/hw/plain.ipynb": asSource(plain),
    "students.csv":
      "id,first_name,last_name,email,ID\nada,Ada,L,ada@x.org,101\nbob,Bob,B,bob@x.org,102\ncy,Cy,C,cy@x.org,103\n",
    "template.csv":
      'Student,ID,SIS User ID,SIS Login ID,Section,hw (7)\n    Points Possible,,,,,7.00\n"L, Ada",101,,,,\n"B, Bob",102,,,,\n"C, Cy",103,,,,\n',
  });

const released = (root: string, student: string, name: string): Notebook =>
  parseNotebook(readFileSync(join(root, "release/hw", student, `${name}.ipynb`), "utf8"), "");

/** The number that stands in what a student got. */
export const seedOf = (root: string, student: string): number =>
  Number(/const seed = (\d+);/.exec(released(root, student, "draws").cells[1]?.source ?? "")?.[1]);

/** Writes what a student hands in: what they got, with these sources in it. */
export function handIn(
  root: string,
  folder: string,
  student: string,
  answers: Readonly<Record<string, string>>,
): void {
  for (const name of ["draws", "plain"]) {
    const notebook = released(root, student, name);
    const cells = notebook.cells.map((each) => ({ ...each, source: answers[each.id] ?? each.source }));
    const path = join(root, folder, student, `${name}.ipynb`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, formatNotebook({ ...notebook, cells }));
  }
}
