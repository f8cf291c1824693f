import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireOptions } from "../require/requireOptions.ts";
import type { NumberDistribution } from "./distribution.ts";
import { fromFill } from "./parts/fromFill.ts";

/**
 * The uniform distribution: every number from `from` to just below `to` equally likely.
 *
 *   mean (from + to) / 2          variance (to − from)² / 12
 *
 * @param options.from least value, finite
 * @param options.to upper end, finite, ≥ from; it comes only if from = to
 * @returns a function (rng) → draw
 * @throws {RangeError} if from or to is not finite, or to is below from
 * @see {@link Rng}, whose `next()` is uniform on [0, 1)
 * @example uniform({ from: 2, to: 2 })(seeded(1)) // => 2
 */
export function uniform(options: { from: number; to: number }): NumberDistribution {
  const { from, to } = requireOptions("make a uniform distribution", options);
  requireFiniteNumber("make a uniform distribution", "from", from);
  if (!(to >= from && to < Infinity)) {
    throw new RangeError(
      `Cannot make a uniform distribution: to must be finite and not below from = ${from}, got ${String(to)}`,
    );
  }
  return fromFill((out, rng) => {
    for (let i = 0; i < out.length; ) {
      const u = rng.next();
      const x = from * (1 - u) + to * u; // never overflows, unlike from + (to − from) u
      if ((x < from || x >= to) && from < to) continue; // rounding may reach an end
      out[i] = x;
      i += 1;
    }
  });
}
