import { requireFinite } from "../require/requireFinite.ts";

/**
 * Arithmetic mean, Σx / n. The sum is compensated: its error is a few units of the last place of the mean plus 1e-32 of
 * Σ|x| / n times n, so that large values of both signs do not drown small ones. It never overflows.
 *
 * @param data sample, shape (n), n ≥ 1, in some unit u
 * @returns mean in u
 * @throws {RangeError} if the sample is empty or holds a non-finite number
 * @see chapter 1
 * @example mean([1, 2, 6]) // => 3
 */
export function mean(data: ArrayLike<number>): number {
  requireFinite("compute mean", "data", data);
  const n = data.length;
  const sum = compensatedSum(data);
  const middle = Number.isFinite(sum) ? sum / n : (compensatedSum(data, 2 ** -64) / n) * 2 ** 64;
  let [least, greatest] = [data[0]!, data[0]!]; // the last rounding must not leave them: equal values have that mean
  for (let i = 1; i < n; i += 1) {
    if (data[i]! < least) least = data[i]!;
    else if (data[i]! > greatest) greatest = data[i]!;
  }
  return Math.min(greatest, Math.max(least, middle));
}

/**
 * The sum of finite numbers, times `scale`, as exact as if it had been added up with twice the digits: what each
 * addition rounds away is added up beside it.
 *
 * @see Neumaier (1974), Z. Angew. Math. Mech. 54(1):39–51, doi:10.1002/zamm.19740540106
 */
function compensatedSum(data: ArrayLike<number>, scale = 1): number {
  let [sum, lost] = [0, 0];
  for (let i = 0; i < data.length; i += 1) {
    const x = data[i]! * scale;
    const next = sum + x;
    lost += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
    sum = next;
  }
  return Number.isFinite(sum) ? sum + lost : sum;
}
