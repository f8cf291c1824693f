import type { Rng } from "../rng.ts";

/** A discrete bell with its hat: what Hörmann's transformed rejection needs to know. */
export interface Bell {
  readonly mode: number;
  readonly variance: number;
  /** Values are 0 … last. */
  readonly last: number;
  /** The hat: a proposal is ⌊(2a / side + b) u + centre⌋ for a uniform u in [−½, ½), at `side` = ½ − |u| from its ends. */
  readonly a: number;
  readonly b: number;
  readonly centre: number;
  /** Below it, and with side ≥ 0.07, every proposal is good. */
  readonly surely: number;
  /** Height of the hat, as a multiple of the probability of the mode. */
  readonly height: number;
  /** P(k) / P(k − 1) for k = 1 … last. */
  ratio(k: number): number;
  /** ln P(k) for k = 0 … last. */
  logProbability(k: number): number;
}

/**
 * Fills an array with draws by transformed rejection. Between the hat and the exact probability stands a squeeze: near
 * the mode ln(P(k) / P(mode)) lies within `room` of a parabola, for binomial and Poisson probabilities alike, so that few
 * draws need the probability itself.
 *
 * @see Hörmann (1993), J. Stat. Comput. Simul. 46:101–110; Kachitvichyanukul, Schmeiser (1988), Commun. ACM
 *   31(2):216–222, for the squeeze
 */
export function transformedRejection(out: Float64Array, bell: Bell, rng: Rng): void {
  const { mode, variance, last, a, b, centre, surely, height } = bell;
  for (let i = 0; i < out.length; ) {
    const u = rng.next() - 0.5;
    const high = rng.bits(); // the first 32 bits of a uniform v; those after them are drawn where they could matter
    const side = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / side + b) * u + centre);
    if (!(side >= 0.07 && (high + 1) * 2 ** -32 <= surely)) {
      if (!(k >= 0 && k <= last)) continue;
      const v = (high + rng.bits() * 2 ** -32) * 2 ** -32;
      const log = Math.log((v * height) / (a / (side * side) + b));
      const gap = Math.abs(k - mode);
      const near = gap < variance / 2 - 1;
      const parabola = (-0.5 * gap * gap) / variance;
      const room = (gap / variance) * ((gap * (gap / 3 + 0.625) + 1 / 6) / variance + 0.5);
      if (near && log > parabola + room) continue;
      const below = near && log < parabola - room;
      if (!below && log > logOfRatio(bell, k)) continue;
    }
    out[i] = k;
    i += 1;
  }
}

/** ln(P(k) / P(mode)): near the mode by a product of a few ratios. */
function logOfRatio(bell: Bell, k: number): number {
  if (Math.abs(k - bell.mode) > 20) return bell.logProbability(k) - bell.logProbability(bell.mode);
  let product = 1;
  for (let i = bell.mode + 1; i <= k; i += 1) product *= bell.ratio(i);
  for (let i = bell.mode; i > k; i -= 1) product /= bell.ratio(i);
  return Math.log(product);
}
