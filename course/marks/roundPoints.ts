/**
 * Points as they are given: to two decimals, and half of the last one goes up, as people round. 1.005, of which a
 * computer's number is a little less, is 1.01.
 */
export function roundPoints(points: number): number {
  const clean = Number(points.toFixed(9)); // what adding up left behind
  return Number(`${Math.round(Number(`${plain(clean)}e2`))}e-2`);
}

/** Digits alone: a number that prints with an exponent of its own is too small to count. */
const plain = (number: number): string => (/e-/.test(String(number)) ? "0" : String(number));
