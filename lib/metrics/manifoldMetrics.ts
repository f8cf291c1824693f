import type { Points } from "../numerics/points.ts";
import { treePays } from "../numerics/pointTree.ts";
import { twoClouds } from "../numerics/twoClouds.ts";
import { requireBoolean } from "../require/requireBoolean.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { ballsByPairs } from "./parts/ballsByPairs.ts";
import { ballsInTrees } from "./parts/ballsInTrees.ts";

/** How the ball around a point is drawn. */
export interface BallOptions {
  /** The ball reaches to the k-th nearest other point of the same sample; an integer ≥ 1. */
  readonly k: number;
  /** true: a point on the rim is outside (distance < radius; Naeem et al.). false: inside (≤; Kynkäänniemi et al.). */
  readonly strict: boolean;
}

/** Fidelity (precision, density) and diversity (recall, coverage) of fakes; for each, higher is better. */
export interface ManifoldMetrics {
  /** Share of fakes inside the ball of at least one real point, 0 … 1. */
  readonly precision: number;
  /** Share of real points inside the ball of at least one fake, 0 … 1. */
  readonly recall: number;
  /** Balls of real points around a fake, on average, over k: 0 … n / k; about 1 for a perfect model. */
  readonly density: number;
  /** Share of real points whose own ball holds a fake, 0 … 1. */
  readonly coverage: number;
}

/**
 * Precision, recall, density and coverage of a fake sample against a real one, from one search for neighbours: around
 * each point a ball reaches to its k-th nearest other point of the same sample, and balls are asked whom they hold.
 *
 * One real outlier has a large ball, and one fake outlier too: they raise precision and recall, and coverage not.
 * Distances say less the more dimensions there are: measure in a fixed space of few features, and say which.
 * Cost: O((n + m)² d) time at most, and no memory beyond a few copies of the points. From 32 · 2^d points of each on, by a
 * tree, less: about n^1.1 for d = 2 and n^1.4 for d = 8.
 *
 * @param real reference sample, shape (n, d), n > k, in some unit
 * @param fake generated sample, shape (m, d), m > k, in the same unit
 * @param options.k,options.strict how balls are drawn; see {@link BallOptions}
 * @returns the four numbers; see {@link ManifoldMetrics}
 * @throws {RangeError} if a sample holds fewer than k + 1 rows, rows are ragged, not finite or of different length in
 *   real and fake, or k is not an integer ≥ 1
 * @throws {TypeError} if strict is not said
 * @see Kynkäänniemi et al. (2019), arXiv:1904.06991; Naeem et al. (2020), arXiv:2002.09797 — chapters 6 and 8
 * @example manifoldMetrics([[0], [1], [2], [3], [10]], [[0.5], [0.6], [2.6], [20]], { k: 1, strict: true })
 * // => { precision: 0.75, recall: 0.8, density: 1.5, coverage: 0.8 }
 */
export function manifoldMetrics(real: Points, fake: Points, options: BallOptions): ManifoldMetrics {
  const action = "compute manifold metrics";
  const { k, strict } = requireOptions(action, options);
  requireInteger(action, "k", k, 1);
  requireBoolean(action, "strict", strict);
  const [reals, fakes] = twoClouds(action, ["real", "fake"], real, fake, k + 1);
  const inTrees = treePays(reals.n, reals.d) && treePays(fakes.n, fakes.d);
  const { precise, recalled, balls, covered } = (inTrees ? ballsInTrees : ballsByPairs)(
    reals,
    fakes,
    options,
  );
  return {
    precision: precise / fakes.n,
    recall: recalled / reals.n,
    density: balls / (k * fakes.n),
    coverage: covered / reals.n,
  };
}
