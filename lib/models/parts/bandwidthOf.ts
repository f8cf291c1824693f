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
