/** Refuses an advantage e^h that a double cannot hold, or that is none. `action` completes "Cannot …". */
export function requireAdvantage(action: string, advantage: number): void {
  if (!(advantage >= 0 && advantage <= 700)) {
    throw new RangeError(
      `Cannot ${action}: advantage must lie between 0 and 700 nats, got ${String(advantage)}`,
    );
  }
}
