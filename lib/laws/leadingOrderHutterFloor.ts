import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireZipf, zipfMiss } from "./parts/zipfMiss.ts";

/**
 * The rule of thumb for the error that is left when the tail of a Zipf law was cut at rank k:
 *
 *   E → C k^(1−β) / (β − 1),   C = 1/ζ(β)
 *
 * {@link zipfTailMass} is exact; this is too large by a share of about (β − 1)/(2k).
 *
 * @param options.exponent β, above 1
 * @param options.cut k, last rank that is kept, an integer ≥ 1
 * @returns error, > 0; lower is better
 * @throws {RangeError} if exponent or cut is out of range
 * @see Dohmatob et al. (2024), arXiv:2402.07043; constant derived for this course — chapter 4
 * @example Number(leadingOrderHutterFloor({ exponent: 1.5, cut: 1000 }).toFixed(4)) // => 0.0242
 */
export function leadingOrderHutterFloor(options: { exponent: number; cut: number }): number {
  const { exponent, cut } = requireOptions("compute leadingOrderHutterFloor", options);
  requireZipf("compute leadingOrderHutterFloor", exponent);
  requireInteger("compute leadingOrderHutterFloor", "cut", cut, 1);
  return cut ** (1 - exponent) / ((exponent - 1) * zipfMiss(1, Infinity, exponent, 0, 0));
}
