import type { JudgedCell } from "../manifest/assignmentManifest.ts";
import type { SourceNotebook } from "../source/readSource.ts";
import { variedCells } from "../variants/variantNotebook.ts";

/** An answer that is tried before students get the exercise, and what must come of it. */
export interface Trial {
  readonly kind: "solution" | "starter" | "wrong" | "variant";
  /** What is wrong with a wrong answer; whose numbers a variant has. */
  readonly title: string;
  /** By id of the cell. */
  readonly answers: ReadonlyMap<string, string>;
  /** Titles of tests that must reject it. */
  readonly rejectedBy: readonly string[];
}

/**
 * What is tried of a graded cell: the instructor's answer, what students get, and each wrong answer to it. Answers of
 * other exercises that it stands on are the instructor's. Where students have numbers of their own, the instructor's answer
 * is tried with those of some made-up ones.
 */
export function trialsOf(
  { manifest, solutions, wrong }: SourceNotebook,
  cell: JudgedCell,
  variants: boolean,
): Trial[] {
  const solved = new Map(cell.answers.map((id) => [id, solutions.get(id) ?? ""]));
  const starterOf = (id: string): string =>
    manifest.release.cells.find((each) => each.id === id)?.source ?? "";
  const own = cell.answers.at(-1) ?? "";
  const with_ = (id: string, source: string): ReadonlyMap<string, string> =>
    new Map([...solved, [id, source]]);
  const isVaried = variants && variedCells(manifest.release).some((id) => cell.standsOn.includes(id));
  const students = isVaried ? ["one", "two", "three", "four", "five"] : [];
  return [
    { kind: "solution", title: "", answers: solved, rejectedBy: [] },
    { kind: "starter", title: "", answers: with_(own, starterOf(own)), rejectedBy: [] },
    ...wrong
      .filter(({ judgedBy }) => judgedBy.includes(cell.gradeId))
      .map(({ title, answer, source, rejectedBy }): Trial => {
        // Of a title that another graded cell has, that cell is asked.
        const titles = rejectedBy.filter((each) => cell.tests.some((test) => test.title === each));
        return { kind: "wrong", title, answers: with_(answer, source), rejectedBy: titles };
      }),
    ...students.map((title): Trial => ({ kind: "variant", title, answers: solved, rejectedBy: [] })),
  ];
}
