import { requireShare } from "./requireShare.ts";

/** Refuses numbers that are no probabilities, or whose sum is not 1 to within 1e-9. `action` completes "Cannot …". */
export function requireProbabilities(
  action: string,
  probabilities: ArrayLike<number>,
  name = "probabilities",
): void {
  let total = 0;
  for (let i = 0; i < probabilities.length; i += 1) {
    const p = probabilities[i]!;
    if (!(p >= 0 && p <= 1)) requireShare(action, `${name}[${i}]`, p); // names cost time: only where one is needed
    total += p;
  }
  if (!(Math.abs(total - 1) <= 1e-9)) {
    throw new RangeError(`Cannot ${action}: ${name} must sum to 1, got ${total}`);
  }
}
