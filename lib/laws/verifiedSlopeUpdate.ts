import { doubleExponential } from "../numerics/doubleExponential.ts";
import { normalTail } from "../numerics/normalTail.ts";
import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireNotNegative } from "../require/requireNotNegative.ts";

/** A verifier with an opinion on the slope of y = θx + noise, x ~ N(0, 1). */
export interface SlopeVerifier {
  /** Sd σ of the noise on a synthetic label, > 0. */
  readonly noiseSd: number;
  /** θ_c, the slope that the verifier believes in. */
  readonly centre: number;
  /** r, how far a slope may be from θ_c to pass, ≥ 0. */
  readonly radius: number;
  /** σ_c, how much noise the verifier lets pass on top, > 0. */
  readonly tolerance: number;
}

/**
 * Slope of the next generation when a model writes very many labels y = θx + ε, a verifier keeps those with
 * |y − θ_c x| ≤ r |x| + σ_c, and least squares is fitted to what is kept:
 *
 *   θ′ = E[x y | kept] / E[x² | kept]
 *
 * Repeated, it ends at θ_c whatever the truth is: the gain from a biased verifier first grows, then turns round.
 * The law of a kept y given x is a truncated normal; x is integrated out numerically.
 *
 * @param slope θ of the model that writes the labels
 * @param verifier noiseSd σ, centre θ_c, radius r, tolerance σ_c
 * @returns θ′; relative error below 1e-10
 * @throws {RangeError} if an argument is out of range, or less than one label in 10⁹ is kept
 * @see Yi et al. (2025), arXiv:2510.16657; this form derived for this course — chapter 14
 * @example
 * const verifier = { noiseSd: 0.5, centre: 1.3, radius: 0.2, tolerance: 0.5 };
 * Number(verifiedSlopeUpdate(1, verifier).toFixed(3)) // => 1.133
 */
export function verifiedSlopeUpdate(slope: number, verifier: SlopeVerifier): number {
  const action = "compute verifiedSlopeUpdate";
  const { noiseSd, centre, radius, tolerance } = verifier;
  requireFiniteNumber(action, "slope", slope);
  requireFiniteNumber(action, "noiseSd", noiseSd, 0);
  requireFiniteNumber(action, "centre", centre);
  requireNotNegative(action, "radius", radius);
  requireFiniteNumber(action, "tolerance", tolerance, 0);
  const away = Math.abs(centre - slope); // by symmetry the verifier stands above the model
  // Further out no x has a chance: the label would have to be 9 sds off.
  const reach = away > radius ? Math.min(12, (9 * noiseSd + tolerance) / (away - radius)) : 12;
  const kept = (x: number) => {
    const low = (x * (away - radius) - tolerance) / noiseSd;
    const high = (x * (away + radius) + tolerance) / noiseSd; // above 0, and further out than low
    const density = Math.exp((-x * x) / 2);
    return { density, share: normalTail(low) - normalTail(high), low, high };
  };
  const shares = doubleExponential((x) => kept(x).density * kept(x).share, 0, reach);
  if (!(shares > 1e-9)) {
    throw new RangeError(
      `Cannot ${action}: tolerance must let at least one label in 10^9 pass, got ${tolerance}`,
    );
  }
  const squares = doubleExponential((x) => x * x * kept(x).density * kept(x).share, 0, reach);
  const pull = doubleExponential(
    (x) => {
      const { density, low, high } = kept(x);
      return x * density * (Math.exp((-low * low) / 2) - Math.exp((-high * high) / 2));
    },
    0,
    reach,
  );
  const change = (noiseSd * pull) / (Math.sqrt(2 * Math.PI) * squares);
  return slope + Math.sign(centre - slope) * change;
}
