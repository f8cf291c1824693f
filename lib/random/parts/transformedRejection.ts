import type { Rng } from "../rng.ts";
import { batch, type DrawLoops, drawLoops } from "./drawLoops.ts";
import { Sfc32 } from "./sfc32.ts";

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
  const loops = rng instanceof Sfc32 ? drawLoops(out.length) : undefined;
  if (loops) rejectByLoops(loops, out, bell, rng as Sfc32);
  else rejectPlainly(out, bell, rng);
}

/** The bell that the loops' table of ln(P(k) / P(mode)) was last made for. */
let tabled: Bell | undefined;

/** From this many draws on a table is begun. */
const many = 256;

/** By WebAssembly, which leaves the draws that only a logarithm decides, and those whose k is not in its table yet. */
function rejectByLoops(loops: DrawLoops, out: Float64Array, bell: Bell, rng: Sfc32): void {
  const { mode, variance, last, a, b, centre, surely, height } = bell;
  const { drawn, stopped, numbers, ratios } = loops;
  if (out.length >= many && tabled !== bell) {
    ratios.fill(Number.NaN);
    tabled = bell;
  }
  const least = tabled === bell ? mode - ratios.length / 2 : Infinity;
  for (let from = 0; from < out.length; from += batch) {
    const n = Math.min(batch, out.length - from);
    const on = (i: number) =>
      loops.bells(i, n, 2 * a, a, b, centre, surely, height, mode, variance, last, least);
    loops.take(rng);
    for (let i = on(0); stopped[0] !== 0; ) {
      const k = numbers[0]!;
      if (Number.isNaN(ratios[k - least])) ratios[k - least] = knownRatio(bell, k);
      if (isKept(bell, k, Math.log(numbers[1]!))) {
        drawn[i] = k;
        i += 1;
      }
      i = on(i);
    }
    loops.give(rng);
    for (let i = 0; i < n; i += 1) out[from + i] = drawn[i]!;
  }
}

/** ln(P(k) / P(mode)), if the squeeze says of every logarithm what it says; else NaN. */
function knownRatio(bell: Bell, k: number): number {
  const ratio = logOfRatio(bell, k);
  const { near, parabola, room } = squeeze(bell, k);
  return near && !(ratio >= parabola - room && ratio <= parabola + room) ? Number.NaN : ratio;
}

/** The same draws by a loop that any engine runs. */
export function rejectPlainly(out: Float64Array, bell: Bell, rng: Rng): void {
  const { last, a, b, centre, surely, height } = bell;
  for (let i = 0; i < out.length; ) {
    const u = rng.next() - 0.5;
    const high = rng.bits(); // the first 32 bits of a uniform v; those after them are drawn where they could matter
    const side = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / side + b) * u + centre);
    if (!(side >= 0.07 && (high + 1) * 2 ** -32 <= surely)) {
      if (!(k >= 0 && k <= last)) continue;
      const v = (high + rng.bits() * 2 ** -32) * 2 ** -32;
      if (!isKept(bell, k, Math.log((v * height) / (a / (side * side) + b)))) continue;
    }
    out[i] = k;
    i += 1;
  }
}

/** Whether a proposal is kept, given the logarithm of its place below the hat over the probability of the mode. */
export function isKept(bell: Bell, k: number, log: number): boolean {
  const { near, parabola, room } = squeeze(bell, k);
  if (near && log > parabola + room) return false;
  return (near && log < parabola - room) || !(log > logOfRatio(bell, k));
}

/** Where ln(P(k) / P(mode)) lies, if k is near the mode: within `room` of a parabola. */
function squeeze({ mode, variance }: Bell, k: number): { near: boolean; parabola: number; room: number } {
  const gap = Math.abs(k - mode);
  return {
    near: gap < variance / 2 - 1,
    parabola: (-0.5 * gap * gap) / variance,
    room: (gap / variance) * ((gap * (gap / 3 + 0.625) + 1 / 6) / variance + 0.5),
  };
}

/** ln(P(k) / P(mode)): near the mode by a product of a few ratios. */
function logOfRatio(bell: Bell, k: number): number {
  if (Math.abs(k - bell.mode) > 20) return bell.logProbability(k) - bell.logProbability(bell.mode);
  let product = 1;
  for (let i = bell.mode + 1; i <= k; i += 1) product *= bell.ratio(i);
  for (let i = bell.mode; i > k; i -= 1) product /= bell.ratio(i);
  return Math.log(product);
}
