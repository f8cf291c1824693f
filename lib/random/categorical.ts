import { requireWeights } from "../require/requireWeights.ts";
import type { NumberDistribution } from "./distribution.ts";
import { fillUniform } from "./parts/fillUniform.ts";
import { fromFill } from "./parts/fromFill.ts";

/**
 * A sampler of category numbers with given weights: Vose's alias method, one uniform number per draw
 * however many categories there are.
 *
 * @param weights weight of each category, shape (k); ≥ 0, not all 0; they need not sum to 1
 * @returns a function (rng) → category number, 0 … k − 1; category i comes with probability weights[i] / Σ weights
 * @throws {RangeError} if a weight is negative or not finite, or all are 0
 * @see Vose (1991), IEEE Trans. Softw. Eng. 17(9):972–975, doi:10.1109/32.92917
 * @example categorical([0, 3, 0])(seeded(1)) // => 1
 */
export function categorical(weights: ArrayLike<number>): NumberDistribution {
  const k = weights.length;
  const total = requireWeights("draw categories", weights);

  // Cut all weights into k boxes of equal height, each holding at most two categories: itself and its alias.
  const keep = new Float64Array(k);
  const alias = new Uint32Array(k);
  const waiting = new Uint32Array(k); // categories below the height stand at the front, the others at the back
  let [small, large, heaviest] = [0, k, 0];
  for (let i = 0; i < k; i += 1) {
    keep[i] = (weights[i]! / total) * k;
    if (keep[i]! < 1) {
      waiting[small] = i;
      small += 1;
    } else {
      large -= 1;
      waiting[large] = i;
    }
    if (weights[i]! > weights[heaviest]!) heaviest = i;
  }
  while (small > 0 && large < k) {
    small -= 1;
    const poor = waiting[small]!;
    const rich = waiting[large]!;
    alias[poor] = rich;
    keep[rich] = keep[rich]! + keep[poor]! - 1;
    if (keep[rich]! < 1) {
      waiting[small] = rich;
      small += 1;
      large += 1;
    }
  }
  // What is left over fills its own box, up to rounding; a category of weight 0 always passes on to another.
  for (let j = 0; j < k; j += 1) {
    if (j >= small && j < large) continue;
    const i = waiting[j]!;
    keep[i] = weights[i]! > 0 ? 1 : 0;
    alias[i] = heaviest;
  }

  return fromFill((out, rng) => {
    fillUniform(out, rng);
    for (let j = 0; j < out.length; j += 1) {
      const box = out[j]! * k;
      const i = Math.floor(box);
      out[j] = box - i < keep[i]! ? i : alias[i]!;
    }
  });
}
