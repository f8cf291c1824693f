/** Refuses a number that is not finite and above 0. `action` completes "Cannot …". */
export function requirePositive(action: string, name: string, value: number): void {
  if (!(value > 0 && value < Infinity)) {
    throw new RangeError(`Cannot ${action}: ${name} must be finite and above 0, got ${String(value)}`);
  }
}
