import { flatPoints, type Points } from "../numerics/points.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireShare } from "../require/requireShare.ts";
import { type AlarmSide, requireSide } from "./parts/requireSide.ts";

/**
 * The tightest threshold that raises an alarm, at any generation, in at most a stated share of quiet runs: runs in
 * which nothing is wrong, so that every alarm is a false one.
 *
 * A run alarms when its most extreme value is beyond the threshold. So of n runs the threshold is the extreme of
 * the (⌊rate n⌋ + 1)-th worst. It is an estimate: for a rate of 1 % take several hundred runs, and judge the detector
 * by `falseAlarmRate` on other ones.
 *
 * @param quietTraces the metric in runs without collapse, shape (n, generations + 1), in some unit
 * @param options.rate share of quiet runs that may alarm, 0 … 1 (below 1)
 * @param options.side "above": alarm when the trace rises above the threshold; "below": when it falls below
 * @returns threshold, in the unit of the metric
 * @throws {RangeError} if there are no traces, they are ragged or not finite, or rate is not in [0, 1)
 * @throws {TypeError} if side is neither "above" nor "below"
 * @see Neyman, Pearson (1933), Phil. Trans. R. Soc. A 231:289–337, doi:10.1098/rsta.1933.0009 — chapters 6 and 12
 * @example alarmThreshold([[1, 3], [2, 1], [9, 2], [1, 4]], { rate: 0.25, side: "above" }) // => 4
 */
export function alarmThreshold(quietTraces: Points, options: { rate: number; side: AlarmSide }): number {
  const action = "find alarmThreshold";
  const { rate, side } = requireOptions(action, options);
  requireShare(action, "rate", rate);
  if (rate === 1) throw new RangeError(`Cannot ${action}: rate must be below 1, got 1`);
  requireSide(action, side);
  const { values, n, d } = flatPoints(action, "quietTraces", quietTraces);
  const extremes = new Float64Array(n);
  for (let run = 0; run < n; run += 1) {
    const trace = values.subarray(run * d, (run + 1) * d);
    extremes[run] = trace.reduce((x, y) => (side === "above" ? Math.max(x, y) : Math.min(x, y)));
  }
  extremes.sort();
  const allowed = Math.min(n - 1, Math.floor(rate * n * (1 + 1e-12))); // 0.07 · 100 is meant to be 7
  return side === "above" ? extremes[n - 1 - allowed]! : extremes[allowed]!;
}
