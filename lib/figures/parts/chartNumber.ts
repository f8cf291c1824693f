/** A number with as many digits as a chart can show (5), so that specifications stay small; null if it has no place. */
export function chartNumber(value: number, log = false): number | null {
  if (!Number.isFinite(value) || (log && value <= 0)) return null;
  return Number(value.toPrecision(5));
}
