/** Refuses a number that is not finite, or not above `above`. `action` completes "Cannot …". */
export function requireFiniteNumber(
  action: string,
  name: string,
  value: number,
  above: number = -Infinity,
): void {
  if (!(Number.isFinite(value) && value > above)) {
    const bound = above === -Infinity ? "" : ` and above ${above}`;
    throw new RangeError(`Cannot ${action}: ${name} must be finite${bound}, got ${String(value)}`);
  }
}
