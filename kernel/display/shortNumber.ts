/**
 * A number to be read rather than computed with: four significant digits, whole ones whole.
 *
 * @example [0.123456, 21488.53, 1e-7].map(shortNumber) // => ["0.1235", "21489", "1e-7"]
 */
export function shortNumber(value: number): string {
  const size = Math.abs(value);
  if (Number.isSafeInteger(value)) return plain(value);
  if (size >= 1000 && size < 1e15) return String(Math.round(value)); // never 21490 for 21488.53
  return String(Number(value.toPrecision(4)));
}

const plain = (value: number): string => (Object.is(value, -0) ? "-0" : String(value));
