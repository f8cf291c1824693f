/** Refuses a number that is not an integer of at least `atLeast`. `action` completes "Cannot …". */
export function requireInteger(action: string, name: string, value: number, atLeast = 0): void {
  if (!Number.isSafeInteger(value) || value < atLeast) {
    throw new RangeError(
      `Cannot ${action}: ${name} must be an integer of at least ${atLeast}, got ${String(value)}`,
    );
  }
}
