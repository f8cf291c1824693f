import type { Cell, CodeCell, Notebook } from "../../kernel/notebook/notebook.ts";
import type { JudgedCell, JudgeTest, ManifestNotebook } from "../manifest/assignmentManifest.ts";
import { judgeTests } from "./judgeTests.ts";
import { isAnswer, nbgraderFaults, nbgraderOf } from "./nbgraderCell.ts";
import { releaseNotebook } from "./releaseNotebook.ts";
import { sliceOf } from "./sliceOf.ts";
import type { SourceFault } from "./sourceFault.ts";
import { takeRegions, withoutMarks } from "./takeRegions.ts";
import { testsSha } from "./testsSha.ts";
import { titleOf } from "./titleOf.ts";
import { type ListedWrongAnswer, readWrongAnswers } from "./wrongAnswers.ts";

/** A notebook as an instructor wrote it, and all that is made of it. */
export interface SourceNotebook {
  /** Without its ending. */
  readonly name: string;
  readonly notebook: Notebook;
  readonly manifest: ManifestNotebook;
  /** By id of the answer's cell: the instructor's answer, as a student would hand it in. */
  readonly solutions: ReadonlyMap<string, string>;
  readonly wrong: readonly WrongAnswer[];
  readonly faults: readonly SourceFault[];
}

/** A wrong answer with the cells that it concerns. */
export interface WrongAnswer extends ListedWrongAnswer {
  /** Id of the answer's cell. */
  readonly answer: string;
  /** Names of the graded cells whose tests it is for. */
  readonly judgedBy: readonly string[];
}

export interface SourceFiles {
  /** Of the notebook, without its ending. */
  readonly name: string;
  /** The text of `NAME.wrong.ts`, if there is one. */
  readonly wrong?: string;
  /** The folder, for messages. */
  readonly folder?: string;
}

/**
 * Reads a source notebook: nbgrader's roles (schema 3) and regions. What is wrong in it is told, and the rest is read all
 * the same.
 */
export function readSource(
  notebook: Notebook,
  { name, wrong: wrongText = "", folder = "source" }: SourceFiles,
): SourceNotebook {
  const faults: SourceFault[] = [];
  const [file, wrongFile] = [`${folder}/${name}.ipynb`, `${folder}/${name}.wrong.ts`];
  const inCell = (cell: Cell, message: string): void => void faults.push({ file, cell: cell.id, message });
  const inWrong = (message: string): void => void faults.push({ file: wrongFile, message });

  for (const cell of notebook.cells) for (const message of cellFaults(cell)) inCell(cell, message);
  const names = new Map<string, Cell>();
  for (const cell of notebook.cells) {
    const { gradeId = "" } = nbgraderOf(cell) ?? {};
    const other = names.get(gradeId);
    if (gradeId === "") continue;
    if (other) inCell(cell, `its grade_id "${gradeId}" is that of cell ${other.id}, too; give it its own`);
    else names.set(gradeId, cell);
  }

  const listed = readWrongAnswers(wrongText);
  listed.faults.forEach(inWrong);
  const solutions = new Map(
    notebook.cells.filter(isAnswer).map((cell) => [cell.id, withoutMarks(cell.source)] as const),
  );
  const release = releaseNotebook(notebook);
  const variants = new Map<string, string[]>();
  for (const cell of release.cells)
    if (isAnswer(cell) && cell.cell_type === "code") variants.set(cell.id, [cell.source]);
  for (const { gradeId, source } of listed.wrong) variants.get(names.get(gradeId)?.id ?? "")?.push(source);

  const cells: JudgedCell[] = [];
  for (const cell of notebook.cells) {
    const found = nbgraderOf(cell);
    if (!found || !(found.grade || found.task)) continue;
    const { gradeId, points, solution, task } = found;
    const kind: JudgedCell["kind"] = task ? "task" : solution ? "answer" : "tests";
    const { tests, faults: testFaults } =
      kind === "tests" ? judgeTests(cell.source) : { tests: [], faults: [] };
    for (const message of testFaults) inCell(cell, message);
    const standsOn = standsOnIn(notebook, cell, variants, inCell);
    const answers = kind === "tests" ? standsOn.filter((id) => solutions.has(id)) : [cell.id];
    if (kind === "tests" && cell.cell_type === "code") {
      if (tests.length === 0) inCell(cell, "a graded cell must hold a test, got none");
      if (answers.length === 0)
        inCell(
          cell,
          "its tests use no name of an answer before it; test what a student writes, or give it no points",
        );
    }
    const judged = {
      ...{ gradeId, kind, place: cells.length, title: titleOf(release, cell.id), points },
      ...{ id: cell.id, answers, standsOn, tests, markScheme: markSchemeOf(cell, kind) },
      ...(kind === "tests" && {
        solved: Object.fromEntries(answers.map((id) => [id, solutions.get(id) ?? ""])),
      }),
    };
    cells.push({ ...judged, testsSha: testsSha(judged, release) });
  }

  const wrong = listed.wrong.flatMap((each): WrongAnswer[] => {
    const cell = names.get(each.gradeId);
    const told = (message: string): void => inWrong(`line ${each.line}: ${message}`);
    if (!cell || !isAnswer(cell) || cell.cell_type !== "code") {
      const known = [...names]
        .filter(([, one]) => one.cell_type === "code" && isAnswer(one))
        .map(([id]) => id);
      told(`GRADE_ID must be that of an answer in code, one of ${known.join(", ")}, got "${each.gradeId}"`);
      return [];
    }
    const judges = judgesOf(cell, cells);
    if (judges.length === 0) told(`no graded cell tests the answer ${each.gradeId}`);
    const tests = judges.flatMap((judge) => judge.tests.map(({ title }: JudgeTest) => title));
    for (const title of each.rejectedBy)
      if (!tests.includes(title))
        told(`"${title}" must be the title of a test of ${each.gradeId}: ${[...new Set(tests)].join("; ")}`);
    return [{ ...each, answer: cell.id, judgedBy: judges.map(({ gradeId }) => gradeId) }];
  });
  return { name, notebook, manifest: { name, release, cells }, solutions, wrong, faults };
}

/** The graded cells that test an answer itself, or if there are none, those that test something built on it. */
function judgesOf({ id }: Cell, cells: readonly JudgedCell[]): JudgedCell[] {
  const all = cells.filter(({ kind, answers }) => kind === "tests" && answers.includes(id));
  const own = all.filter(({ answers }) => answers.at(-1) === id);
  return own.length > 0 ? own : all;
}

function standsOnIn(
  notebook: Notebook,
  cell: Cell,
  variants: ReadonlyMap<string, readonly string[]>,
  inCell: (cell: Cell, message: string) => void,
): readonly string[] {
  if (cell.cell_type !== "code") return [cell.id];
  const code = notebook.cells.filter((each): each is CodeCell => each.cell_type === "code");
  try {
    return sliceOf(code, cell.id, variants);
  } catch (error) {
    inCell(cell, `what it stands on cannot be found: ${(error as Error).message}`);
    return [cell.id];
  }
}

/** For a person who marks: the scheme of a task, the instructor's own answer elsewhere. */
function markSchemeOf(cell: Cell, kind: JudgedCell["kind"]): string {
  if (kind === "tests") return "";
  if (kind === "task") return takeRegions(cell.source, "MARK SCHEME").inside.join("\n").trim();
  return withoutMarks(cell.source).trim();
}

/** What is wrong in one cell: its metadata, its marks, and marks that nbgrader does not take there. */
function cellFaults(cell: Cell): string[] {
  const faults = nbgraderFaults(cell);
  const { solution = false, grade = false, task = false } = nbgraderOf(cell) ?? {};
  const allowed = [
    ["SOLUTION", solution, "a cell for answers: set solution to true, or move it"],
    [
      "HIDDEN TESTS",
      grade && !solution && !task,
      "a cell of tests: set grade and locked to true, or move it",
    ],
    ["MARK SCHEME", task, "a task: set task and locked to true, or move it"],
  ] as const;
  for (const [kind, isAllowed, where] of allowed) {
    const { inside, fault } = takeRegions(cell.source, kind);
    // The tests of a graded cell say it themselves.
    if (fault !== undefined && !(kind === "HIDDEN TESTS" && isAllowed)) faults.push(fault);
    if (inside.length > 0 && !isAllowed) faults.push(`a region ${kind} must stand in ${where}`);
    if (kind === "MARK SCHEME" && inside.some((text) => /!\[.*\]\(attachment:.+?\)/.test(text)))
      faults.push("a picture pasted into a mark scheme would be handed out with the cell; link it instead");
  }
  if (cell.cell_type === "code" && cell.source.includes("### AUTOTEST"))
    faults.push("### AUTOTEST needs a kernel that nbgrader knows; write the tests out");
  return faults;
}
