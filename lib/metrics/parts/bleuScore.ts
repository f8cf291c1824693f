/** What BLEU does with an n-gram order that has no match. See `bleu`. */
export type BleuSmoothing = "none" | "add-one" | { readonly epsilon: number };

/**
 * BLEU up to order n from its counts: clipped matches by order, the candidate's length and that of the closest reference.
 * Orders without a count are longer than any text: they match nothing, and all weigh the same.
 */
export function bleuScore(
  matches: ArrayLike<number>,
  n: number,
  length: number,
  closest: number,
  smoothing: BleuSmoothing,
): number {
  if (matches[0] === 0) return 0;
  const logShare = (i: number): number => {
    let matched = matches[i] ?? 0;
    let total = Math.max(1, length - i); // a candidate shorter than the order
    if (smoothing === "add-one" && i > 0) {
      matched += 1;
      total += 1;
    } else if (typeof smoothing === "object" && matched === 0) matched = smoothing.epsilon;
    return Math.log(matched / total);
  };
  const { length: counted } = matches;
  let logSum = n > counted ? (n - counted) * logShare(Math.max(counted, length)) : 0;
  for (let i = 0; i < counted; i += 1) logSum += logShare(i);
  const brevity = length > closest ? 1 : Math.exp(1 - closest / length);
  return brevity * Math.exp(logSum / n);
}

/** Refuses a smoothing that is not one. `action` completes "Cannot …". */
export function requireBleuSmoothing(action: string, smoothing: BleuSmoothing): void {
  const epsilon = typeof smoothing === "object" ? smoothing?.epsilon : undefined;
  const known = smoothing === "none" || smoothing === "add-one";
  if (known || (epsilon !== undefined && epsilon > 0 && epsilon <= 1)) return;
  const got = epsilon === undefined ? String(smoothing) : `epsilon ${String(epsilon)}`;
  throw new RangeError(
    `Cannot ${action}: smoothing must be "none", "add-one" or an epsilon above 0 and at most 1, got ${got}`,
  );
}

/** How often each n-gram occurs. */
export function countedIds(ids: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
