import { type FreshLoop, requireFresh } from "./freshLoop.ts";

/**
 * The large-N form of {@link diversityKept}: 2Nm / (1 + 2Nm), which knows only the number Nm of fresh human items per
 * generation. It is too high, by at most about 1/(2N), whatever m.
 *
 * @param loop size: items per generation N, an integer ≥ 1; freshShare: m, 0 … 1
 * @returns ratio, 0 … 1
 * @throws {RangeError} if size or freshShare is out of range
 * @see Wright (1931), Genetics 16(2):97–159, doi:10.1093/genetics/16.2.97 — chapter 10
 * @example leadingOrderDiversityKept({ size: 100, freshShare: 0.005 }) // => 0.5
 */
export function leadingOrderDiversityKept(loop: FreshLoop): number {
  requireFresh("compute leadingOrderDiversityKept", loop);
  const fresh = 2 * loop.size * loop.freshShare;
  return fresh / (1 + fresh);
}
