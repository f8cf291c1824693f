import { requireFinite } from "../require/requireFinite.ts";

/**
 * Numbers boiled down to what a Gaussian fit needs, its sufficient statistics: how many there were, their mean and
 * their sum of squared distances from it. It stands where a batch of items stands in a loop, at the same size however
 * many items it tells of; it holds no items, so what needs single ones refuses it.
 *
 *   length = n          mean = Σx / n          squares = Σ(x − mean)²
 *
 * @see Chan, Golub, LeVeque (1983), Am. Stat. 37(3):242–247 (pooling), doi:10.1080/00031305.1983.10483115 — chapter 9
 * @example Moments.of([1, 2, 3]).squares // => 2
 * @example Moments.of([1, 2]).concat(Moments.of([3])).mean // => 2
 */
export class Moments {
  /** How many numbers there were. */
  readonly length: number;
  /** In the unit of the numbers; 0 when there were none. */
  readonly mean: number;
  /** In that unit squared, ≥ 0. */
  readonly squares: number;
  /** No single item is left. */
  readonly [item: number]: never;

  constructor(length: number, mean: number, squares: number) {
    this.length = length;
    this.mean = mean;
    this.squares = squares;
  }

  /** The moments of numbers, shape (n). */
  static of(data: ArrayLike<number>): Moments {
    if (data.length === 0) return new Moments(0, 0, 0);
    requireFinite("take moments", "data", data);
    let sum = 0;
    for (let i = 0; i < data.length; i += 1) sum += data[i]!;
    const mean = sum / data.length;
    let squares = 0;
    for (let i = 0; i < data.length; i += 1) squares += (data[i]! - mean) ** 2;
    return new Moments(data.length, mean, squares);
  }

  /** The moments of both sets of numbers together. */
  concat(other: Moments): Moments {
    const length = this.length + other.length;
    if (length === 0) return this;
    const share = other.length / length;
    const apart = other.mean - this.mean;
    return new Moments(
      length,
      this.mean + share * apart,
      this.squares + other.squares + apart ** 2 * this.length * share,
    );
  }
}
