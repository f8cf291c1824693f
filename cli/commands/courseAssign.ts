import { resolve } from "node:path";
import { Command } from "commander";
import type { AssignReport, CellReport } from "../../course/assign/assignAssignment.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { progressLine } from "../progressLine.ts";
import { projectVersion } from "../projectVersion.ts";
import { timeLeft } from "../timeLeft.ts";

export interface AssignFlags {
  readonly course: string;
  readonly seeds: string;
  readonly slots: string;
  readonly fresh?: boolean;
}

/** `genloss course assign`: is an assignment fit to go out? */
export function courseAssignCommand(): Command {
  return new Command("assign")
    .description("try assignments before students get them: sources, solutions, starters, wrong answers")
    .argument("<assignment...>", "names of folders in source")
    .option("--course <folder>", "the course's folder", ".")
    .option("--seeds <count>", "how many seeds tests that draw are tried with, 200 or more", "200")
    .option("--slots <count>", "how many exercises are judged at the same time", "2")
    .option("--fresh", "judge anew what was judged before")
    .option("--json", "say what was found as JSON")
    .addHelpText(
      "after",
      `
The solution must pass all tests; what students start from, and each answer in NOTEBOOK.wrong.ts, must
fail one, and a wrong answer the ones that it names. Tests that draw random numbers meet 200 other
seeds with the solution: how many reject it is printed, with Clopper and Pearson's bound. What was
tried once is known the next time. Then each solution is judged once as students' answers will be, in
the sandbox. A warning keeps nothing from going out. Only what stands in source runs.

Example:
  genloss course assign 01-a-photocopy-of-a-photocopy`,
    )
    .action(assign);
}

async function assign(names: string[], flags: AssignFlags & { readonly json?: boolean }): Promise<void> {
  const reports: AssignReport[] = [];
  for (const name of names) reports.push(await tried(name, flags));
  if (flags.json) console.log(JSON.stringify(reports, null, 1));
  else for (const report of reports) console.log(inWords(report));
  const faulty = reports.filter(({ isReady }) => !isReady).length;
  if (faulty > 0) throw new Refusal(`\nNot ready: ${faulty} of ${reports.length} assignments`, 1);
}

/** What is found of one assignment, with a line of progress on a terminal. */
export async function tried(name: string, flags: AssignFlags): Promise<AssignReport> {
  const seeds = wholeFrom("--seeds", flags.seeds, 200);
  const slots = wholeFrom("--slots", flags.slots, 1);
  const { readCourse } = await import("../../course/settings/readCourse.ts");
  const { coursePaths } = await import("../../course/settings/coursePaths.ts");
  const { readAssignment } = await import("../../course/source/readAssignment.ts");
  const { assignAssignment } = await import("../../course/assign/assignAssignment.ts");
  const { freshCache, trialCache } = await import("../../course/assign/trialCache.ts");
  const { outsideJudge } = await import("../../course/assign/outsideJudge.ts");
  const { trustedJudge } = await import("../../course/assign/trustedJudge.ts");
  const paths = coursePaths(resolve(flags.course));
  const course = readCourse(paths.root);
  const { limits, assignments } = course;
  const source = readAssignment(paths.source, name);
  const kept = trialCache(paths.cache, name);
  const openJudge = trustedJudge(
    (notebook) => `${paths.source}/${name}/${notebook.name}.ipynb`,
    // The instructor's machine may be slower today than the one that grades.
    3 * limits.testSeconds,
  );
  const line = progressLine(process.stderr);
  const began = performance.now();
  try {
    return await assignAssignment(source, {
      ...{ openJudge, seeds, slots, version: projectVersion },
      judgeOutside: outsideJudge({ root: paths.root, course, node: process.execPath }),
      cache: flags.fresh ? freshCache(kept) : kept,
      variants: assignments[name]?.variants ?? false,
      onProgress: ({ done, total, about }) => {
        const left = timeLeft(done, total, performance.now() - began);
        line.show(`${name}: ${done} of ${total} answers judged${left && `, ${left}`}: ${about}`);
      },
    });
  } finally {
    line.clear();
  }
}

function wholeFrom(flag: string, text: string, least: number): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new Refusal(
    `Cannot try an assignment: ${flag} must be a whole number from ${least} on, got ${text}`,
    2,
  );
}

/** A report for people. */
export function inWords({ assignment, points, isReady, faults, warnings, cells }: AssignReport): string {
  const told = warningLines(warnings);
  if (!isReady)
    return [`${assignment}: not ready`, ...faults.map((fault) => `  ${fault}`), ...told].join("\n");
  return [`${assignment}: ready, ${points} points`, ...cells.map(cellInWords), ...told].join("\n");
}

/** What keeps nothing from going out, for people. */
export const warningLines = (warnings: readonly string[]): string[] =>
  warnings.map((warning) => `  Warning: ${warning}`);

function cellInWords({ gradeId, kind, points, tests, wrong, calibration }: CellReport): string {
  const worth = `  ${gradeId}  ${points} ${points === 1 ? "point" : "points"}`;
  if (kind !== "tests") return `${worth}, read by a person`;
  const tried = `${worth}, ${tests} tests, which reject the starter and ${wrong} wrong answers`;
  if (!calibration) return tried;
  const { failed, seeds, atMost, byTest } = calibration;
  const rate = (100 * atMost).toPrecision(2);
  const which = Object.entries(byTest).map(([title, count]) => `      ${count} by "${title}"`);
  const found = `    draws: a right answer fails with ${failed} of ${seeds} seeds, so in at most ${rate} % of draws (Clopper–Pearson, 95 %)`;
  return [tried, found, ...which].join("\n");
}
