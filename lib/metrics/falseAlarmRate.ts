import { flatPoints, type Points } from "../numerics/points.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { firstAlarm } from "./firstAlarm.ts";
import type { AlarmSide } from "./parts/requireSide.ts";

/**
 * Share of quiet runs (nothing is wrong in them) in which a detector raises an alarm at any generation.
 * Its standard error from n runs is √(rate (1 − rate) / n). Lower is better, at the same speed on runs that collapse.
 *
 * @param quietTraces the metric in runs without collapse, shape (n, generations + 1), in some unit
 * @param options.threshold in the same unit; best found on other runs, by `alarmThreshold`
 * @param options.side "above": alarm when the trace rises above the threshold; "below": when it falls below
 * @returns share of runs with an alarm, 0 … 1
 * @throws {RangeError} if there are no traces, they are ragged or not finite, or the threshold is not finite
 * @throws {TypeError} if side is neither "above" nor "below"
 * @see firstAlarm — chapters 6 and 12
 * @example falseAlarmRate([[1, 3], [2, 1], [9, 2], [1, 4]], { threshold: 4, side: "above" }) // => 0.25
 */
export function falseAlarmRate(quietTraces: Points, options: { threshold: number; side: AlarmSide }): number {
  requireOptions("compute falseAlarmRate", options);
  const { n } = flatPoints("compute falseAlarmRate", "quietTraces", quietTraces);
  let alarms = 0;
  for (let run = 0; run < n; run += 1) {
    if (firstAlarm(quietTraces[run]!, options) !== null) alarms += 1;
  }
  return alarms / n;
}
