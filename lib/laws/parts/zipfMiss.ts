import { doubleExponential } from "../../numerics/doubleExponential.ts";
import { requireFiniteNumber } from "../../require/requireFiniteNumber.ts";

/** Terms below this rank are added one by one; from here on the sum is an integral with its end corrections. */
const head = 1000;

/**
 * Σ i^(−β) (1 − v i^(−β))^T over i = from … to, for β > 1, 0 ≤ v ≤ 1, T ≥ 0; `to` may be Infinity. With T = 0 it is
 * a part of ζ(β). Relative error below 1e-9 as long as the sum is above 1e-12.
 */
export function zipfMiss(from: number, to: number, exponent: number, weight: number, tokens: number): number {
  const term = (i: number) => {
    const power = i ** -exponent;
    return tokens === 0 ? power : power * Math.exp(tokens * Math.log1p(-weight * power));
  };
  const slope = (i: number) => {
    const seen = weight * i ** -exponent;
    return (term(i) * exponent * ((tokens * seen) / (1 - seen) - 1)) / i;
  };
  let sum = 0;
  for (let i = Math.min(to, head - 1); i >= from; i -= 1) sum += term(i); // small terms first
  const start = Math.max(from, head);
  if (start > to) return sum;
  const ends = term(start) / 2 - slope(start) / 12;
  const otherEnds = to === Infinity ? 0 : term(to) / 2 + slope(to) / 12;
  return sum + area(start, to, exponent, weight, tokens) + ends + otherEnds; // Euler–Maclaurin
}

/**
 * ∫ x^(−β) (1 − v x^(−β))^T dx from a to b. On w = ln(x/a) the second factor wakes from e^−45 of its last value at
 * `asleep` and is 1 to double precision from `awake` on: between the two a double-exponential rule, then a power.
 */
function area(a: number, b: number, exponent: number, weight: number, tokens: number): number {
  const end = Math.log(b / a);
  const seen = weight * a ** -exponent;
  const decay = (w: number) => -tokens * Math.log1p(-seen * Math.exp(-exponent * w));
  const whenDecayIs = (d: number) => (decay(0) > d ? Math.log(decay(0) / d) / exponent : 0);
  const asleep = whenDecayIs(45 + decay(end));
  const awake = Math.min(end, Math.max(asleep, whenDecayIs(1e-17)));
  const between = doubleExponential((w) => Math.exp((1 - exponent) * w - decay(w)), asleep, awake);
  const power = Math.exp((1 - exponent) * awake) * -Math.expm1((1 - exponent) * (end - awake));
  return a ** (1 - exponent) * (between + power / (exponent - 1));
}

/** Refuses an exponent under which i^(−β) over all i has no sum. `action` completes "Cannot …". */
export function requireZipf(action: string, exponent: number): void {
  requireFiniteNumber(action, "exponent", exponent, 1);
}
