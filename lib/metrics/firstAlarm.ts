import { requireFinite } from "../require/requireFinite.ts";
import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { type AlarmSide, requireSide } from "./parts/requireSide.ts";

/**
 * The first generation at which a trace crosses a threshold: when this metric, watched as a detector, raises the alarm.
 * On the threshold is not yet beyond it. For a threshold with a stated rate of false alarms, see `alarmThreshold`.
 *
 * @param trace the metric, generation by generation, shape (generations + 1), in some unit
 * @param options.threshold in the same unit
 * @param options.side "above": alarm when the trace rises above the threshold (a distance); "below": when it falls
 *   below (a diversity)
 * @returns generation of the first alarm, 0 … generations; null if there is none
 * @throws {RangeError} if the trace is empty or holds a non-finite number, or the threshold is not finite
 * @throws {TypeError} if side is neither "above" nor "below"
 * @see Page (1954), Biometrika 41(1–2):100–115, doi:10.1093/biomet/41.1-2.100 — chapters 6 and 12
 * @example firstAlarm([9, 8, 5, 6, 2], { threshold: 5, side: "below" }) // => 4
 * @example firstAlarm([9, 8, 7], { threshold: 5, side: "below" }) // => null
 */
export function firstAlarm(
  trace: ArrayLike<number>,
  options: { threshold: number; side: AlarmSide },
): number | null {
  const { threshold, side } = requireOptions("find firstAlarm", options);
  requireFinite("find firstAlarm", "trace", trace);
  requireFiniteNumber("find firstAlarm", "threshold", threshold);
  requireSide("find firstAlarm", side);
  for (let t = 0; t < trace.length; t += 1) {
    if (side === "above" ? trace[t]! > threshold : trace[t]! < threshold) return t;
  }
  return null;
}
