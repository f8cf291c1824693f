import { mean } from "../metrics/mean.ts";
import { standardError } from "../metrics/standardError.ts";
import { requireFinite } from "../require/requireFinite.ts";

/** How far two settings lie apart, from runs in pairs. */
export interface PairedDifference {
  /** Mean of b − a over the runs. */
  readonly difference: number;
  /** Its standard error, from the spread of the differences. */
  readonly standardError: number;
  /** The standard error that as many runs with independent luck would have had: the root of s_a² + s_b². */
  readonly independentStandardError: number;
}

/**
 * The mean difference b − a of two settings that were run in pairs, with its standard error:
 *
 *   difference = Σ (b_r − a_r) / runs          standard error = sd(b − a) / √runs
 *
 * With common random numbers both values of a pair rise and fall together, and the standard error is far below that of
 * independent runs. The square of the ratio of the two says how many times more runs those would need.
 *
 * @param a one value per run, shape (runs), runs ≥ 2
 * @param b one value per run of another setting, shape (runs), the same runs in the same order
 * @returns difference, standardError, independentStandardError, in the unit of a and b; {@link PairedDifference}
 * @throws {RangeError} if a and b differ in length, hold fewer than 2 values or a number that is not finite
 * @see Glasserman, Yao (1992), Manage. Sci. 38(6):884–908, doi:10.1287/mnsc.38.6.884 — chapters 10 and 11
 * @example pairedDifference([1, 2, 3], [3, 4, 5]).standardError // => 0
 */
export function pairedDifference(a: ArrayLike<number>, b: ArrayLike<number>): PairedDifference {
  requireFinite("compare in pairs", "a", a, 2);
  requireFinite("compare in pairs", "b", b, 2);
  if (a.length !== b.length) {
    throw new RangeError(
      `Cannot compare in pairs: b must hold as many values as a, ${a.length}, got ${b.length}`,
    );
  }
  const differences = Float64Array.from(a, (value, run) => b[run]! - value);
  return {
    difference: mean(differences),
    standardError: standardError(differences),
    independentStandardError: Math.hypot(standardError(a), standardError(b)),
  };
}
