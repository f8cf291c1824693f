/** Refuses a number outside [0, 1]. `action` completes "Cannot …". */
export function requireShare(action: string, name: string, value: number): void {
  if (!(value >= 0 && value <= 1)) {
    throw new RangeError(`Cannot ${action}: ${name} must lie between 0 and 1, got ${String(value)}`);
  }
}
