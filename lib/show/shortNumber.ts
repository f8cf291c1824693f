/** A number as a sentence wants it: 4 significant digits, no trailing zeros, large integers whole. */
export function shortNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  return String(Number(value.toPrecision(4)));
}
