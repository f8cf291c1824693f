/** Refuses a base of logarithms that is not a number above 1. `action` completes "Cannot …". */
export function requireBase(action: string, base: number): void {
  if (!(base > 1 && base < Infinity)) {
    throw new RangeError(`Cannot ${action}: base must be a number above 1, got ${String(base)}`);
  }
}
