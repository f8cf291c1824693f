/** On which side of its threshold a detector raises the alarm. */
export type AlarmSide = "above" | "below";

/** Refuses a side that is not said. `action` completes "Cannot …". */
export function requireSide(action: string, side: unknown): asserts side is AlarmSide {
  if (side !== "above" && side !== "below") {
    throw new TypeError(`Cannot ${action}: side must be "above" or "below", got ${String(side)}`);
  }
}
