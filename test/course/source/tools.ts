import type { Cell, CellMetadata, Notebook } from "../../../kernel/notebook/notebook.ts";
import { code, notebookOf, prose } from "../../book/tools/cells.ts";

type Given = Partial<Record<"grade" | "solution" | "locked" | "task", boolean>> & {
  readonly points?: number;
};

/** nbgrader's metadata of a cell. */
export const nbgrader = (gradeId: string, given: Given): CellMetadata => ({
  nbgrader: {
    schema_version: 3,
    ...{ grade: false, solution: false, locked: false, task: false, grade_id: gradeId },
    ...given,
  },
});

export const lines = (...text: string[]): string => text.join("\n");

/** A cell of a source notebook whose id is its `grade_id`. */
export const cell = {
  answer: (id: string, source: string): Cell => with_(code(id, source), nbgrader(id, { solution: true })),
  tests: (id: string, points: number, source: string): Cell =>
    with_(code(id, source), nbgrader(id, { grade: true, locked: true, points })),
  given: (id: string, source: string): Cell => with_(code(id, source), nbgrader(id, { locked: true })),
  free: (id: string, source: string): Cell => code(id, source),
  words: (id: string, source: string): Cell => prose(id, source),
  essay: (id: string, points: number, source: string): Cell =>
    with_(prose(id, source), nbgrader(id, { grade: true, solution: true, points })),
  task: (id: string, points: number, source: string): Cell =>
    with_(prose(id, source), nbgrader(id, { task: true, locked: true, points })),
};

export const with_ = (given: Cell, metadata: CellMetadata): Cell => ({ ...given, metadata });

/** A source notebook with one exercise of each kind. */
export function sample(...more: readonly Cell[]): Notebook {
  const notebook = notebookOf(
    cell.words("intro", "# Entropy\n\nHow much does a throw tell?"),
    cell.given("setup", "const log2 = (x: number): number => Math.log2(x);\nlet unused = 1;"),
    cell.free("far", "const bystander = 12345;"),
    cell.words("ask", "## A sure event\n\nWrite `entropy`."),
    cell.answer(
      "entropy",
      lines(
        "function entropy(p: readonly number[]): number {",
        "  // BEGIN SOLUTION",
        "  const weighted = p.filter((share) => share > 0).map((share) => -share * log2(share));",
        "  return weighted.reduce((sum, bits) => sum + bits, 0);",
        "  // END SOLUTION",
        "  return NaN;",
        "}",
      ),
    ),
    cell.tests(
      "entropy-test",
      2.5,
      lines(
        'if (entropy([0.5, 0.5]) !== 1) throw new Error("a coin tells one bit");',
        "// BEGIN HIDDEN TESTS",
        "const fair = [0.25, 0.25, 0.25, 0.25];",
        "// %% hidden: four sides",
        "// hint: add the shares of all sides",
        'if (entropy(fair) !== 2) throw new Error("four sides tell two bits");',
        "// %% hidden: a sure event",
        'if (entropy([1, 0]) !== 0) throw new Error("0 times infinity");',
        "// END HIDDEN TESTS",
      ),
    ),
    cell.words("why", "## Why?"),
    cell.essay("essay", 3, "Because a sure event tells nothing."),
    cell.task(
      "sketch",
      1e-5,
      lines("Sketch it.", "### BEGIN MARK SCHEME", "one for the maximum", "### END MARK SCHEME", ""),
    ),
    ...more,
  );
  const kernelspec = { display_name: "TypeScript", language: "typescript", name: "genloss" };
  return { ...notebook, metadata: { ...notebook.metadata, kernelspec, celltoolbar: "Create Assignment" } };
}

export const sampleWrong: string = lines(
  "// %% wrong entropy: a sure event gives NaN -> a sure event",
  "function entropy(p: readonly number[]): number {",
  "  return p.reduce((sum, share) => sum - share * log2(share), 0);",
  "}",
  "",
  "// %% wrong entropy: in nats -> four sides; visible",
  "function entropy(p: readonly number[]): number {",
  "  return p.reduce((sum, share) => sum - share * Math.log(share), 0);",
  "}",
);
