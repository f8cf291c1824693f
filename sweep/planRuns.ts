import { type Readings, type Sweep, type SweepPoint, sweepPoints, sweepRuns } from "generation-loss/sweep";
import { Refusal } from "../kernel/refusal.ts";

/** What a trial of a few runs says of a whole sweep. */
export interface SweepPlan {
  readonly points: number;
  /** At most, with `until`. */
  readonly runs: number;
  readonly msPerRun: number;
  readonly readings: readonly string[];
  /** Bytes of all numbers that are kept. */
  readonly bytes: number;
  readonly runsPerJob: number;
}

/** A job takes about so long: short enough to lose little by a kill, and long enough to be worth its way. */
const jobMs = 500;
/** How long each of the points that are tried may take. */
const trialMs = 300;
/** Numbers in the result of one job. */
const mostNumbers = 500_000;

async function tried(sweep: Sweep, point: SweepPoint, runs: number): Promise<Readings> {
  try {
    return await sweepRuns(sweep, point, { firstRun: 0, runs });
  } catch (cause) {
    const words = String((cause as Error)?.message ?? cause);
    throw new Refusal(words.startsWith("Cannot ") ? words : `Cannot run ${point.label}: ${words}`, 2, {
      cause,
    });
  }
}

/**
 * Tries some runs of the first, the middle and the last point, and says how long all will take.
 *
 * @throws {Refusal} (exit code 2) if they fail
 */
export async function planRuns(sweep: Sweep): Promise<SweepPlan> {
  const points = sweepPoints(sweep);
  const trials = [...new Set([0, points.length >> 1, points.length - 1])];
  const times: number[] = [];
  let readings: readonly string[] = [];
  for (const index of trials) {
    let [runs, took] = [0, 0];
    for (let more = 1; runs < sweep.runs && (took < trialMs || runs === 0); more *= 2) {
      const began = performance.now();
      readings = Object.keys(await tried(sweep, points[index]!, more));
      const ms = performance.now() - began;
      // The first runs are slower than all others: V8 does not know them yet.
      if (more > 1 || ms > trialMs) [runs, took] = [runs + more, took + ms];
      if (more >= sweep.runs) [runs, took] = [more, ms];
    }
    times.push(took / runs);
  }
  const msPerRun = times.reduce((sum, ms) => sum + ms, 0) / times.length;
  const numbers = readings.length * sweep.generations.length;
  const fitting = Math.min(
    Math.round(jobMs / msPerRun),
    Math.floor(mostNumbers / numbers),
    sweep.until?.every ?? (sweep.until ? 1000 : sweep.runs),
    sweep.runs,
  );
  return {
    ...{ points: points.length, runs: points.length * sweep.runs, msPerRun, readings },
    bytes: points.length * sweep.runs * numbers * 8,
    runsPerJob: Math.max(1, fitting),
  };
}
