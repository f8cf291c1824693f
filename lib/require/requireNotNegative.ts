/** Refuses a number that is not finite, or below 0. `action` completes "Cannot …". */
export function requireNotNegative(action: string, name: string, value: number): void {
  if (!(value >= 0 && value < Infinity)) {
    throw new RangeError(`Cannot ${action}: ${name} must be finite and not negative, got ${String(value)}`);
  }
}
