import { requireFinite } from "../require/requireFinite.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireProbabilities } from "../require/requireProbabilities.ts";
import { requireSameLength } from "../require/requireSameLength.ts";

/**
 * The law of the next generation when curators pick one of K samples by reward, after Bradley and Terry (Luce for
 * K > 2): x wins against x₂ … x_K with probability e^r(x) / (e^r(x) + Σ e^r(x_j)).
 *
 *   p′(x) = p(x) · E[ K e^r(x) / (e^r(x) + e^r(x₂) + … + e^r(x_K)) ],   x_j ~ p      (K → ∞: p′ ∝ p e^r)
 *
 * The mean of e^r rises in every generation and the spread of r goes to 0. For any K the expectation is one integral,
 * K e^r ∫ e^(−s e^r) φ(s)^(K−1) ds with φ(s) = Σ p e^(−s e^r), here by the trapezoidal rule on ln s. The result is
 * made to sum to 1: unnormalised, a rounding error would double in every generation.
 *
 * @param probabilities p, shape (n); ≥ 0, sum 1 to within 1e-9
 * @param rewards r of each item, shape (n), in nats; at most 700 apart
 * @param options.candidates K, an integer ≥ 1 (1: no choice), or Infinity
 * @returns p′, shape (n); ≥ 0, sum 1; relative error below 1e-12
 * @throws {RangeError} if p is no distribution, lengths differ, a reward is not finite, rewards are more than 700
 * apart, or candidates is out of range
 * @see Ferbach et al. (2024), arXiv:2407.09499 — chapter 14
 * @example bestOfKUpdate([0.5, 0.5], [0, 0], { candidates: 2 }) // => Float64Array [0.5, 0.5]
 * @example
 * const better = bestOfKUpdate([0.5, 0.5], [0, Math.log(3)], { candidates: Infinity });
 * Number(better[1].toFixed(4)) // => 0.75
 */
export function bestOfKUpdate(
  probabilities: ArrayLike<number>,
  rewards: ArrayLike<number>,
  options: { candidates: number },
): Float64Array {
  const action = "compute bestOfKUpdate";
  const { candidates } = requireOptions(action, options);
  requireProbabilities(action, probabilities);
  requireFinite(action, "rewards", rewards);
  requireSameLength(action, "rewards", rewards, "probabilities", probabilities);
  if (candidates !== Infinity) requireInteger(action, "candidates", candidates, 1);
  let [best, worst] = [-Infinity, Infinity];
  for (let i = 0; i < rewards.length; i += 1) {
    best = Math.max(best, rewards[i]!);
    worst = Math.min(worst, rewards[i]!);
  }
  if (best - worst > 700) {
    throw new RangeError(`Cannot ${action}: rewards must be at most 700 apart, got ${best - worst}`);
  }
  const strength = Float64Array.from(rewards, (r) => Math.exp(r - best)); // best: 1
  const gain = candidates === Infinity ? strength : winningOdds(probabilities, strength, candidates);
  const next = Float64Array.from(probabilities, (p, i) => p * gain[i]!);
  const total = next.reduce((sum, p) => sum + p, 0);
  return next.map((p) => p / total);
}

/** E[a_i / (a_i + Σ a_j)] over K − 1 items j drawn from p, for each i, up to a common factor. */
function winningOdds(p: ArrayLike<number>, strength: Float64Array, candidates: number): Float64Array {
  const odds = new Float64Array(strength.length);
  const faded = new Float64Array(strength.length);
  const step = 1 / 4; // error e^(−π²/step)
  const last = Math.log(45) - Math.log(Math.min(...strength)); // e^(−s a) < e^−45 beyond
  for (let y = -40 - Math.log(candidates); y <= last; y += step) {
    const s = Math.exp(y);
    let [phi, lost] = [0, 0]; // φ(s) and 1 − φ(s): whichever is small is exact
    for (let i = 0; i < faded.length; i += 1) {
      faded[i] = Math.exp(-s * strength[i]!);
      phi += p[i]! * faded[i]!;
      lost -= p[i]! * Math.expm1(-s * strength[i]!);
    }
    const power = candidates - 1;
    const others = s * (lost < 0.5 ? Math.exp(power * Math.log1p(-lost)) : phi ** power);
    if (others === 0) break;
    for (let i = 0; i < faded.length; i += 1) odds[i]! += others * strength[i]! * faded[i]!;
  }
  return odds;
}
