import type { Cell, CodeCell } from "../../kernel/notebook/notebook.ts";
import type { PercentRegion } from "../../kernel/notebook/parsePercent.ts";
import type { CellRole } from "./cellRole.ts";
import { byVisibleCheck, type Exercise, type WrongAnswer } from "./exercise.ts";
import type { ExerciseFaults } from "./exerciseFaults.ts";

/** A cell of an exercise with what it is to it. */
type Part = CellRole & { readonly cell: Cell };

/**
 * One exercise from its cells and its regions of the solutions file.
 *
 * @param faults is told of what is missing, doubled, or does not fit
 */
export function readExercise(
  name: string,
  prompt: Cell,
  parts: readonly Part[],
  regions: readonly PercentRegion[],
  faults: ExerciseFaults,
): Exercise {
  const inCell = (cell: Cell, message: string): void => faults.inCell("exercise-part", cell, message, name);
  const inRegion = (region: PercentRegion, message: string): void =>
    faults.inRegion("exercise-part", region, message, name);
  const cellsOf = (wanted: "starter" | "check"): CodeCell[] =>
    parts.flatMap(({ cell, role }) => (role === wanted && cell.cell_type === "code" ? [cell] : []));
  const regionsOf = (wanted: string): PercentRegion[] => regions.filter(({ kind }) => kind === wanted);

  const [starter, ...furtherStarters] = cellsOf("starter");
  const checks = cellsOf("check");
  for (const role of [...(starter ? [] : ["starter"]), ...(checks.length > 0 ? [] : ["check"])])
    inCell(prompt, `exercise "${name}" has no ${role}; give a code cell the role "${role}" and its name`);
  for (const cell of furtherStarters)
    inCell(cell, `exercise "${name}" has a starter, cell ${starter?.id}, before this one; leave one`);

  const [solution, ...furtherSolutions] = regionsOf("solution");
  if (!solution) {
    const message = `exercise "${name}" has no solution; add "// %% solution ${name}" to ${faults.files.solutions}`;
    faults.inCell("no-solution", prompt, message, name);
  }
  for (const region of furtherSolutions)
    inRegion(region, `exercise "${name}" has a solution in line ${solution?.line}; leave one`);

  const hidden = regionsOf("hidden");
  const titles = new Set<string>([byVisibleCheck]);
  for (const region of hidden) {
    const { title } = region;
    if (title === "") inRegion(region, `a hidden test of "${name}" needs a title: "hidden ${name}: …"`);
    else if (titles.has(title)) inRegion(region, `"${title}" is another test's title; give this one its own`);
    titles.add(title);
  }

  const judges = new Set(hidden.map(({ title }) => title));
  if (checks.length > 0) judges.add(byVisibleCheck);
  const wrong = regionsOf("wrong").map((region) => {
    const answer = wrongAnswer(region);
    for (const test of answer.rejectedBy.filter((each) => !judges.has(each))) {
      const known = `behind ->, hidden tests of "${name}" that reject it`;
      inRegion(region, `the wrong answer "${answer.title}" must name, ${known}, got "${test}"`);
    }
    return answer;
  });

  const points = checks.map((check) => {
    const worth = pointsOf(check);
    if (worth === undefined)
      inCell(check, "a graded check needs its points, a number, in its nbgrader metadata");
    return worth ?? 0;
  });
  return {
    ...{ name, prompt, starter, checks, solution, hidden, wrong },
    points: points.reduce((sum, worth) => sum + worth, 0),
  };
}

function wrongAnswer({ source, title }: PercentRegion): WrongAnswer {
  const [about = "", tests = ""] = title.split("->").map((part) => part.trim());
  return { source, title: about, rejectedBy: tests.split(";").map((test) => test.trim()) };
}

/** What a check is worth: nothing if it is not graded, undefined if it does not say. */
function pointsOf({ metadata }: CodeCell): number | undefined {
  const { grade, points } = (metadata.nbgrader ?? {}) as { grade?: unknown; points?: unknown };
  if (grade !== true) return 0;
  return typeof points === "number" && points >= 0 && points < Infinity ? points : undefined;
}
