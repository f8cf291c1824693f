import type { Rng } from "../random/rng.ts";
import { requireKnownOptions } from "../require/requireKnownOptions.ts";
import { requireScheduledShare, scheduledShare } from "./parts/scheduled.ts";
import type { Schedule } from "./schedule.ts";

/** What the bias needs of a model: a mean to pull towards, a number or shape (d), and draws. */
interface Centred<Batch> {
  readonly parameters: { readonly mean: number | ArrayLike<number> };
  sample(count: number, rng: Rng): Batch;
}

/**
 * Sampling bias λ: the model prefers the middle of what it knows, as truncation, guidance and low temperature do. Each
 * draw is pulled towards the model's mean, so the writing has λ times the model's variance:
 *
 *   x ← mean + √λ (x − mean)          N(μ, Σ) becomes N(μ, λΣ)
 *
 * Under `replace` with `ddof: 1`, E[σ_t²] = λᵗ σ₀², and the drift of the mean is capped at λ / (1 − λ) · σ₀² / M: quality
 * kept, diversity spent.
 *
 * @param options.lambda λ, 0–1, a number or a schedule; 1 changes nothing
 * @returns a writer for `loop`: of models with a mean, in one dimension or d
 * @throws {RangeError} if lambda is outside [0, 1]
 * @throws {TypeError} if an option is unknown
 * @see Alemohammad et al. (2024), ICLR, arXiv:2307.01850, §3 — chapters 8, 10
 * @example
 * const model = gaussian({ ddof: 1 }).known({ mean: 5, sd: 1 });
 * samplingBias({ lambda: 0 })(model, 2, seeded(1), 1) // => Float64Array [5, 5]
 */
export function samplingBias(options: {
  lambda: Schedule;
}): <Batch extends Float64Array | Float64Array[]>(
  model: Centred<Batch>,
  count: number,
  rng: Rng,
  generation: number,
) => Batch {
  const action = "bias sampling";
  requireKnownOptions(action, options, { lambda: true });
  const { lambda } = options;
  requireScheduledShare(action, "lambda", lambda);
  return (model, count, rng, generation) => {
    const pull = Math.sqrt(scheduledShare(action, "lambda", lambda, generation));
    const { mean } = model.parameters;
    const batch = model.sample(count, rng);
    if (typeof mean === "number") shrink(batch as Float64Array, pull, () => mean);
    else for (const row of batch as Float64Array[]) shrink(row, pull, (j) => mean[j]!);
    return batch;
  };
}

function shrink(values: Float64Array, pull: number, centre: (place: number) => number): void {
  for (let i = 0; i < values.length; i += 1) values[i] = centre(i) + pull * (values[i]! - centre(i));
}
