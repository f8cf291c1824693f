import type { JudgedCell } from "../manifest/assignmentManifest.ts";
import { clopperPearson } from "./clopperPearson.ts";
import { reseed } from "./reseed.ts";
import type { TrialJudge } from "./trialJudge.ts";

/** How often tests with other random numbers reject the right answer. */
export interface Calibration {
  readonly seeds: number;
  /** How many of them rejected it. */
  readonly failed: number;
  /** With 95 % confidence the false-fail rate is at most this: Clopper and Pearson's bound. */
  readonly atMost: number;
  /** By title, how many seeds each test rejected it with. */
  readonly byTest: Readonly<Record<string, number>>;
}

/** The fewest seeds that count: none of 200 failing bounds the rate by 1.5 %. */
const fewestSeeds = 200;

/**
 * Runs the solution against the tests with other seeds. A student whose right answer draws in another order than the
 * instructor's meets numbers as good as those of another seed: this is how often such an answer fails.
 *
 * @param onSeed called after each
 * @throws {RangeError} for fewer than {@link fewestSeeds}
 */
export async function calibrate(
  judge: TrialJudge,
  { tests }: Pick<JudgedCell, "tests">,
  solution: ReadonlyMap<string, string>,
  seeds: number,
  onSeed: () => void = () => {},
): Promise<Calibration> {
  if (!(Number.isSafeInteger(seeds) && seeds >= fewestSeeds))
    throw new RangeError(
      `Cannot calibrate: seeds must be a whole number from ${fewestSeeds} on, got ${seeds}`,
    );
  const byTest: Record<string, number> = {};
  let failed = 0;
  for (let round = 1; round <= seeds; round += 1) {
    const { status, tests: results } = await judge.judge(solution, reseed(tests, round));
    if (status === "infra-error") throw new Error("the judge could not judge");
    for (const { title, status: one } of results)
      if (one !== "pass") byTest[title] = (byTest[title] ?? 0) + 1;
    if (status !== "pass") failed += 1;
    onSeed();
  }
  return { seeds, failed, atMost: clopperPearson(failed, seeds, 0.95), byTest };
}
