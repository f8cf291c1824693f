import { probabilitiesOf } from "../require/probabilitiesOf.ts";
import { requireOptions } from "../require/requireOptions.ts";

/**
 * Hill number of order q: the effective number of types,
 *
 *   ᑫD = (Σ p^q)^(1 / (1 − q)),   p = weight / Σ weights.
 *
 * Order 0 counts types, order 1 is exp(entropy) (the limit), order 2 is 1 / Σ p², order ∞ is 1 / max p. The higher the
 * order, the less rare types count: when order 0 falls before order 2, the tail goes first. Higher is more diverse.
 *
 * @param weights counts or probabilities of the types, shape (k); ≥ 0, not all 0
 * @param options.order q, 0 … Infinity; it has no default
 * @returns effective number of types, 1 … types present
 * @throws {RangeError} if a weight is negative or not finite, all are 0, or order is not ≥ 0
 * @see Hill (1973), Ecology 54(2):427–432, doi:10.2307/1934352 — chapters 3 and 6
 * @example hillNumber([1, 1, 2], { order: 2 }).toFixed(4) // => "2.6667"
 */
export function hillNumber(weights: ArrayLike<number>, options: { order: number }): number {
  const { order } = requireOptions("compute hillNumber", options);
  if (!(order >= 0)) {
    throw new RangeError(`Cannot compute hillNumber: order must be at least 0, got ${String(order)}`);
  }
  const present = probabilitiesOf("compute hillNumber", "weights", weights).filter((p) => p > 0);
  const sumOf = (term: (p: number) => number): number => present.reduce((sum, p) => sum + term(p), 0);
  const greatest = present.reduce((most, p) => Math.max(most, p));

  if (order === 0) return present.length;
  // Rounding must not leave the range: at least 1, at most the number of types.
  const within = (number: number): number => Math.min(present.length, Math.max(1, number));
  if (order === 1) return within(Math.exp(-sumOf((p) => p * Math.log(p))));
  if (order === Infinity) return within(1 / greatest);
  const below = order - 1;
  // near order 1 the sum is near 1, and for high orders its powers are near 0: neither loses digits so
  const log =
    order < 2
      ? Math.log1p(sumOf((p) => p * Math.expm1(below * Math.log(p))))
      : order * Math.log(greatest) + Math.log(sumOf((p) => (p / greatest) ** order));
  return within(Math.exp(-log / below));
}
