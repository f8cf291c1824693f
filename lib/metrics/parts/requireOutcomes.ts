/** Refuses anything but true, false, 1 and 0 in a list. `action` completes "Cannot …". */
export function requireOutcomes(action: string, name: string, outcomes: ArrayLike<number | boolean>): void {
  if (outcomes.length === 0) {
    throw new RangeError(`Cannot ${action}: ${name} must hold at least 1 value, got 0`);
  }
  for (let i = 0; i < outcomes.length; i += 1) {
    const outcome = outcomes[i];
    if (outcome !== 0 && outcome !== 1 && outcome !== true && outcome !== false) {
      throw new RangeError(
        `Cannot ${action}: ${name}[${i}] must be 1 or 0, true or false, got ${String(outcome)}`,
      );
    }
  }
}
