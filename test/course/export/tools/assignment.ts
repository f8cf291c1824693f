import type { AssignmentManifest } from "../../../../course/manifest/assignmentManifest.ts";
import { formatNotebook } from "../../../../kernel/notebook/formatNotebook.ts";
import type { Cell, Notebook } from "../../../../kernel/notebook/notebook.ts";

const nbgrader = (grade_id: string, solution: boolean, more: object = {}): Cell["metadata"] => ({
  nbgrader: {
    schema_version: 3,
    grade_id,
    solution,
    grade: !solution,
    locked: !solution,
    task: false,
    ...more,
  },
});

const code = (id: string, source: string, metadata: Cell["metadata"]): Cell => ({
  ...{ cell_type: "code", id, source, metadata, execution_count: null, outputs: [] },
});

export const starter = `function refit(values: number[]): number {
  // your code here
  throw new Error("not yet");
}`;

/** As it was handed out: numbers of one's own, a starter, a question in words, a check. */
const release: Notebook = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {},
  cells: [
    code("numbers", "const seed = 1; // variant", nbgrader("numbers", false, { grade: false })),
    code("refit", starter, nbgrader("refit", true)),
    code("refit-check", "check(refit([1]));", nbgrader("refit-check", false, { points: 3 })),
    {
      cell_type: "markdown",
      id: "essay",
      source: "Your words",
      metadata: nbgrader("essay", true, { grade: true, points: 1 }),
    },
  ],
};

const judged = {
  title: "",
  points: 1,
  kind: "tests",
  place: 0,
  testsSha: "",
  standsOn: [],
  tests: [],
  markScheme: "",
} as const;

export const manifest: AssignmentManifest = {
  schema: 1,
  assignment: "hw1",
  version: "0.1.0",
  notebooks: [
    {
      name: "photocopy",
      release,
      cells: [
        { ...judged, gradeId: "refit-check", id: "refit-check", answers: ["refit"] },
        { ...judged, gradeId: "essay", id: "essay", answers: ["essay"] },
      ],
    },
  ],
};

/** What a student hands in: an answer, and what else was changed. */
export const handedIn = (answer: string, seed = 1): Uint8Array =>
  Buffer.from(
    formatNotebook({
      ...release,
      cells: release.cells.map((cell) =>
        cell.id === "refit"
          ? { ...cell, source: answer }
          : cell.id === "numbers"
            ? { ...cell, source: `const seed = ${seed}; // variant` }
            : cell.id === "essay"
              ? { ...cell, source: "All in my own words, which are no code." }
              : cell,
      ),
    }),
  );
