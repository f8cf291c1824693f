import type { JudgedCell } from "../manifest/assignmentManifest.ts";
import type { AssignmentSource } from "../source/readAssignment.ts";
import type { SourceNotebook } from "../source/readSource.ts";
import { inWords, type SourceFault } from "../source/sourceFault.ts";
import { variantNotebook } from "../variants/variantNotebook.ts";
import { type Calibration, calibrate } from "./calibrate.ts";
import { checksWithAnswers } from "./checksWithAnswers.ts";
import type { CellJudge, Judgement, OpenJudge } from "./judge.ts";
import { lintAssignment } from "./lintAssignment.ts";
import { drawsIn } from "./reseed.ts";
import { keyOf, type TrialCache } from "./trialCache.ts";
import { type Trial, trialsOf } from "./trials.ts";

/** What was found of an assignment before students get it. */
export interface AssignReport {
  readonly assignment: string;
  readonly points: number;
  /** Whether it can be handed out. */
  readonly isReady: boolean;
  /** All that keeps it from that, in words. */
  readonly faults: readonly string[];
  /** What had better be otherwise, in words; looked for where nothing is wrong with the sources. */
  readonly warnings: readonly string[];
  readonly cells: readonly CellReport[];
}

export interface CellReport {
  readonly notebook: string;
  readonly gradeId: string;
  readonly title: string;
  readonly kind: JudgedCell["kind"];
  readonly points: number;
  readonly tests: number;
  /** How many wrong answers were listed, each of which the tests must reject. */
  readonly wrong: number;
  /** Undefined where no test draws. */
  readonly calibration?: Calibration;
}

export interface AssignOptions {
  readonly openJudge: OpenJudge;
  readonly cache: TrialCache;
  /** Version of the program, on which results depend, too. */
  readonly version: string;
  /** How many seeds tests that draw are tried with. */
  readonly seeds: number;
  /** Whether each student gets numbers of their own. */
  readonly variants?: boolean;
  /** How many exercises are judged at the same time. */
  readonly slots: number;
  readonly onProgress?: (progress: AssignProgress) => void;
}

export interface AssignProgress {
  /** Answers judged so far, and in all; what was known from before is in neither. */
  readonly done: number;
  readonly total: number;
  /** The exercise that is at work. */
  readonly about: string;
}

interface Work {
  readonly source: SourceNotebook;
  readonly cell: JudgedCell;
  readonly trials: readonly Trial[];
  readonly draws: boolean;
}

/**
 * Tries an assignment: its sources are read closely, and if nothing is wrong there, each exercise's solution must get all
 * points, what students start from less, and each wrong answer less, by the tests that it names. Tests that draw are tried
 * with other seeds.
 *
 * @throws {Error} if the judge cannot judge
 */
export async function assignAssignment(
  source: AssignmentSource,
  options: AssignOptions,
): Promise<AssignReport> {
  const found = lintAssignment(source, options.variants);
  const all = source.notebooks.flatMap((notebook) =>
    notebook.manifest.cells.map((cell) => ({ notebook, cell })),
  );
  const points = all.reduce((sum, { cell }) => sum + cell.points, 0);
  const calibrations = new Map<JudgedCell, Calibration>();
  const warnings =
    found.length > 0
      ? []
      : source.notebooks.flatMap((notebook) => checksWithAnswers(notebook, fileOf(source.name, notebook)));
  if (found.length === 0) {
    const works = all
      .filter(({ cell }) => cell.kind === "tests")
      .map(({ notebook, cell }): Work => {
        return {
          source: notebook,
          cell,
          trials: trialsOf(notebook, cell, options.variants ?? false),
          draws: drawsIn(cell.tests),
        };
      });
    const judged = await tryAll(works, source.name, options);
    found.push(...judged.faults);
    for (const [cell, calibration] of judged.calibrations) calibrations.set(cell, calibration);
  }
  const cells = all.map(({ notebook, cell }): CellReport => {
    const { gradeId, title, kind, tests } = cell;
    const calibration = calibrations.get(cell);
    const wrong = notebook.wrong.filter(({ judgedBy }) => judgedBy.includes(gradeId)).length;
    const counts = { points: cell.points, tests: tests.length, wrong };
    return { notebook: notebook.name, gradeId, title, kind, ...counts, ...(calibration && { calibration }) };
  });
  const faults = found.map(inWords);
  return {
    ...{ assignment: source.name, points, isReady: faults.length === 0, faults },
    ...{ warnings: warnings.map(inWords), cells },
  };
}

async function tryAll(
  works: readonly Work[],
  assignment: string,
  { openJudge, cache, version, seeds, slots, onProgress }: AssignOptions,
): Promise<{
  readonly faults: readonly SourceFault[];
  readonly calibrations: ReadonlyMap<JudgedCell, Calibration>;
}> {
  const keyed = works.map((work) => {
    const key = (trial: Trial, more: unknown): string =>
      keyOf([version, work.cell.testsSha, [...trial.answers], work.cell.answers, more]);
    const solution = work.trials[0] as Trial;
    return {
      ...work,
      keys: work.trials.map((trial) => key(trial, trial.kind === "variant" ? trial.title : "")),
      calibrationKey: key(solution, seeds),
      solution,
    };
  });
  let total = 0;
  for (const { keys, calibrationKey, draws } of keyed) {
    total += keys.filter((key) => cache.get(key) === undefined).length;
    if (draws && cache.get(calibrationKey) === undefined) total += seeds;
  }
  let done = 0;
  const faults = new Map<Work, SourceFault[]>();
  const calibrations = new Map<JudgedCell, Calibration>();
  const one = async (work: (typeof keyed)[number]): Promise<void> => {
    const { source, cell, trials, keys, calibrationKey, draws, solution } = work;
    const tell = (): void => onProgress?.({ done, total, about: cell.title });
    let judge: CellJudge | undefined;
    const opened = async (): Promise<CellJudge> => {
      judge ??= await openJudge(source.manifest, cell);
      return judge;
    };
    const own: SourceFault[] = [];
    try {
      for (const [index, trial] of trials.entries()) {
        const key = keys[index] as string;
        let judgement = cache.get(key) as Judgement | undefined;
        if (judgement === undefined) {
          tell();
          judgement = withoutTimes(
            trial.kind === "variant"
              ? await judgeVariant(openJudge, source, cell, trial)
              : await (await opened()).judge(trial.answers, cell.tests),
          );
          if (judgement.status === "infra-error")
            throw new Error(
              `The judge could not judge ${cell.gradeId}: ${judgement.tests.find(({ message }) => message)?.message}`,
            );
          cache.set(key, judgement);
          done += 1;
          tell();
        }
        own.push(...faultsOf(assignment, source, cell, trial, judgement));
      }
      if (draws && own.length === 0) {
        let calibration = cache.get(calibrationKey) as Calibration | undefined;
        if (calibration === undefined) {
          calibration = await calibrate(await opened(), cell, solution.answers, seeds, () => {
            done += 1;
            tell();
          });
          cache.set(calibrationKey, calibration);
        }
        calibrations.set(cell, calibration);
      }
    } finally {
      await judge?.[Symbol.asyncDispose]();
    }
    faults.set(work, own);
  };
  const queue = [...keyed];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) await one(next);
  };
  await Promise.all(Array.from({ length: Math.max(1, slots) }, worker));
  return { faults: keyed.flatMap((work) => faults.get(work) ?? []), calibrations };
}

/** The instructor's answer with a made-up student's numbers in the cells below it. */
async function judgeVariant(
  openJudge: OpenJudge,
  { name, manifest }: SourceNotebook,
  cell: JudgedCell,
  { title: student, answers }: Trial,
): Promise<Judgement> {
  const key = { secret: Buffer.from("a trial"), assignment: "", student };
  const varied = { ...manifest, release: variantNotebook(manifest.release, name, key).notebook };
  await using judge = await openJudge(varied, cell);
  return await judge.judge(answers, cell.tests);
}

const fileOf = (assignment: string, { name }: SourceNotebook): string => `source/${assignment}/${name}.ipynb`;

/** What takes how long is no part of what is known. */
const withoutTimes = ({ status, tests }: Judgement): Judgement => ({
  status,
  tests: tests.map((test) => ({ ...test, ms: 0 })),
});

function faultsOf(
  assignment: string,
  notebook: SourceNotebook,
  { id, gradeId }: JudgedCell,
  { kind, title, rejectedBy }: Trial,
  { tests }: Judgement,
): SourceFault[] {
  const file = fileOf(assignment, notebook);
  const failing = tests.filter(({ status }) => status !== "pass");
  if (kind === "solution" || kind === "variant")
    return failing.map(({ title: test, message = "" }) => ({
      ...{ file, cell: id },
      message: `the solution${kind === "variant" ? ", with a student's own numbers," : ""} fails the test "${test}": ${message.split("\n")[0]}; correct the one or the other`,
    }));
  const what = kind === "starter" ? "what students get" : `the wrong answer "${title}"`;
  if (failing.length === 0) {
    const message = `${what} passes all tests of ${gradeId}; add a test that it fails`;
    return [{ file, cell: id, message }];
  }
  return rejectedBy
    .filter((test) => tests.some((each) => each.title === test && each.status === "pass"))
    .map((test) => ({ file, cell: id, message: `${what} passes the test "${test}", which must reject it` }));
}
