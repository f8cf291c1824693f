import { fillNormal } from "../random/fillNormal.ts";
import { requireRng } from "../random/parts/requireRng.ts";
import type { Rng } from "../random/rng.ts";
import { standardNormal } from "../random/standardNormal.ts";
import { requireKnownOptions } from "../require/requireKnownOptions.ts";
import { requireNotNegative } from "../require/requireNotNegative.ts";
import type { HumanSource } from "./fresh.ts";

/** A human world whose centre moves: the truth of each generation, and human data from it. */
export interface DriftingWorld {
  /** The true mean in a generation 0, 1, 2, … */
  centre(generation: number): number;
  /** New human items of a generation, N(centre(generation), sd²): for `fresh` and `weighted`. */
  readonly source: HumanSource<Float64Array>;
}

/**
 * A world that moves: what people say is N(θₜ, sd²), and θₜ is a random walk with steps N(0, step²) that starts at 0.
 *
 * Where n human and m model-made items come per generation, the best weight of the human ones is that of
 * `weighted` with k = (step² + sd²/m) / (sd²/n): the faster the world, the more the new counts.
 *
 * @param options.step standard deviation of one step of the centre, ≥ 0; √q of a process noise q
 * @param options.sd standard deviation of human items around the centre, ≥ 0
 * @param rng a seeded stream: one stream, one history
 * @returns the world; {@link DriftingWorld}
 * @throws {RangeError} if step or sd is negative or not finite
 * @throws {TypeError} if an option is unknown, or rng is no stream
 * @see Kalman (1960), J. Basic Eng. 82(1):35–45, doi:10.1115/1.3662552 (local-level model) — chapter 12
 * @example
 * const world = driftingWorld({ step: 0, sd: 0 }, seeded(1));
 * [world.centre(7), world.source(2, seeded(2), 7)] // => [0, Float64Array [0, 0]]
 */
export function driftingWorld(options: { step: number; sd: number }, rng: Rng): DriftingWorld {
  const action = "make a drifting world";
  requireKnownOptions(action, options, { step: true, sd: true });
  const { step, sd } = options;
  requireNotNegative(action, "step", step);
  requireNotNegative(action, "sd", sd);
  requireRng(action, rng);
  const steps = rng.split("drifting world");
  const path = [0]; // grows when asked: a generation's centre does not depend on which was asked for first
  const centre = (generation: number): number => {
    while (path.length <= generation) path.push(path.at(-1)! + step * standardNormal(steps));
    return path[generation]!;
  };
  return {
    centre,
    source: (count, stream, generation) =>
      fillNormal(new Float64Array(count), centre(generation), sd, stream),
  };
}
