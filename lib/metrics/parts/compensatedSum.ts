/**
 * The sum of finite numbers, times `scale`, as exact as if it had been added up with twice the digits: what each
 * addition rounds away is added up beside it.
 *
 * @see Neumaier (1974), Z. Angew. Math. Mech. 54(1):39–51, doi:10.1002/zamm.19740540106
 */
export function compensatedSum(data: ArrayLike<number>, scale = 1): number {
  let [sum, lost] = [0, 0];
  for (let i = 0; i < data.length; i += 1) {
    const x = data[i]! * scale;
    const next = sum + x;
    lost += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
    sum = next;
  }
  return Number.isFinite(sum) ? sum + lost : sum;
}
