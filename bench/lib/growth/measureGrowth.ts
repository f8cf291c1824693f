import type { GrowthLine } from "./growthLine.ts";

/** What was measured of a line. */
export interface Growth {
  readonly line: GrowthLine;
  /** Least processor time of one run at each size, in seconds. */
  readonly seconds: readonly number[];
  readonly slope: number;
  readonly standardError: number;
  /** The slope of the algorithm's cost over the same sizes. */
  readonly expected: number;
  readonly isAbove: boolean;
}

/** Rounds over all sizes, and processor time of one measurement at least, in seconds. */
const [rounds, atLeast] = [5, 0.02];

/** Rounds for what takes this long: in a long run noise cancels out. */
const roundsFor = (seconds: number): number =>
  seconds === Infinity || seconds < 0.5 ? rounds : seconds < 2 ? 3 : 2;

/** What caches may add: inputs that no longer fit into one cost more per item, by no fault of the algorithm. */
export const cacheMargin = 0.15;

/**
 * Time against size: in each round all sizes one after the other, so that what else the machine does falls on all of them;
 * of the rounds the least. The slope is that of the last four sizes, on logarithms; before them what is done once counts.
 */
export function measureGrowth(line: GrowthLine): Growth {
  const works = line.sizes.map((size) => line.make(size));
  secondsOf(works[0]!, 5 * atLeast); // compiled before it is measured
  const seconds = works.map(() => Infinity);
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, work] of works.entries()) {
      if (round < roundsFor(seconds[i]!)) seconds[i] = Math.min(seconds[i]!, secondsOf(work, atLeast));
    }
  }
  return { line, seconds, ...judged(line, seconds) };
}

/** The slope of the measured times, its standard error, and whether it lies above the algorithm's. */
export function judged(
  { sizes, cost }: Pick<GrowthLine, "sizes" | "cost">,
  seconds: readonly number[],
): Pick<Growth, "slope" | "standardError" | "expected" | "isAbove"> {
  const upper = sizes.slice(-4).map(Math.log);
  const { slope, standardError } = lineThrough(upper, seconds.slice(-4).map(Math.log));
  const expected = lineThrough(
    upper,
    sizes.slice(-4).map((size) => Math.log(cost(size))),
  ).slope;
  return { slope, standardError, expected, isAbove: slope > expected + 2 * standardError + cacheMargin };
}

/** Least squares: the slope and its standard error by the residuals. */
function lineThrough(xs: readonly number[], ys: readonly number[]): { slope: number; standardError: number } {
  const n = xs.length;
  const [meanX, meanY] = [xs, ys].map((values) => values.reduce((sum, value) => sum + value, 0) / n);
  const spread = xs.reduce((sum, x) => sum + (x - meanX!) ** 2, 0);
  const slope = xs.reduce((sum, x, i) => sum + (x - meanX!) * (ys[i]! - meanY!), 0) / spread;
  const residual = xs.reduce((sum, x, i) => sum + (ys[i]! - meanY! - slope * (x - meanX!)) ** 2, 0);
  return { slope, standardError: Math.sqrt(residual / (n - 2) / spread) };
}

/** Processor time of one run: the mean of as many as take the given time together. */
function secondsOf(work: () => unknown, least: number): number {
  const started = process.cpuUsage();
  for (let runs = 0, batch = 1; ; batch *= 2) {
    for (let i = 0; i < batch; i += 1) work();
    runs += batch;
    const { user, system } = process.cpuUsage(started);
    const spent = (user + system) / 1e6;
    if (spent >= least) return spent / runs;
  }
}
