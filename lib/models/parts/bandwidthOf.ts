import { flatPoints, type Points } from "../../numerics/points.ts";
import { requireFiniteNumber } from "../../require/requireFiniteNumber.ts";

/** The bandwidth for this data, given as a number or as a function of the data; refuses one that is not above 0. */
export function bandwidthOf<Data>(
  action: string,
  bandwidth: number | ((data: Data) => number),
  data: Data,
): number {
  const width = typeof bandwidth === "function" ? bandwidth(data) : bandwidth;
  requireFiniteNumber(action, "bandwidth", width, 0);
  return width;
}

/** The root of the mean variance (÷ n − 1) over the axes of numbers or rows. Refuses data without variance. */
export function averageSd(
  action: string,
  data: ArrayLike<number> | Points,
): { sd: number; n: number; d: number } {
  const rows = typeof data[0] === "number" ? Array.from(data as ArrayLike<number>, (x) => [x]) : data;
  const { values, n, d } = flatPoints(action, "data", rows as Points, 2);
  let squares = 0;
  for (let j = 0; j < d; j += 1) {
    let sum = 0;
    for (let i = 0; i < n; i += 1) sum += values[i * d + j]!;
    for (let i = 0; i < n; i += 1) squares += (values[i * d + j]! - sum / n) ** 2;
  }
  if (!(squares > 0)) {
    throw new RangeError(`Cannot ${action}: data must have a variance above 0, got ${n} equal values`);
  }
  return { sd: Math.sqrt(squares / (d * (n - 1))), n, d };
}
