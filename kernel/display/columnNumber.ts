import { grouped, readableNumber } from "./readableNumber.ts";

/**
 * How the HTML of a table writes the numbers of a column. In one with fractions all have as many decimals as give the
 * largest four digits, or fewer where nothing is lost; one whose numbers differ a thousandfold has four digits in each.
 * A test holds it to the library's tables.
 *
 * @param values what stands in the column; what is no number has no say
 * @example [0.2641, 0.12, 0.5].map(columnNumber([0.2641, 0.12, 0.5])) // => ["0.2641", "0.1200", "0.5000"]
 */
export function columnNumber(values: readonly unknown[]): (value: number) => string {
  const numbers = values.filter((value): value is number => Number.isFinite(value));
  const sizes = numbers.map(Math.abs).filter((size) => size > 0);
  const largest = Math.max(...sizes);
  const isEven = numbers.some((value) => !Number.isInteger(value)) && Math.min(...sizes) >= largest / 1000;
  if (!isEven) return readableNumber;
  const most = Math.min(Math.max(3 - Math.floor(Math.log10(largest)), 0), 12);
  const decimals = Math.max(...sizes.map((size) => decimalsOf(Number(size.toFixed(most)), most)));
  return (value) =>
    Number.isFinite(value)
      ? (value < 0 || Object.is(value, -0) ? "−" : "") + grouped(Math.abs(value).toFixed(decimals))
      : readableNumber(value);
}

/** As many decimals as a number needs that has at most so many. */
function decimalsOf(size: number, most: number): number {
  let decimals = 0;
  while (decimals < most && Number(size.toFixed(decimals)) !== size) decimals += 1;
  return decimals;
}
