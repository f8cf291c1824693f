/** Refuses an array that has another length than the one it belongs to. `action` completes "Cannot …". */
export function requireSameLength(
  action: string,
  name: string,
  data: ArrayLike<unknown>,
  otherName: string,
  other: ArrayLike<unknown>,
): void {
  if (data.length !== other.length) {
    throw new RangeError(
      `Cannot ${action}: ${name} must be as long as ${otherName} (${other.length}), got ${data.length}`,
    );
  }
}
