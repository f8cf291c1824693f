/**
 * One batch after another, in a new batch of the first one's kind: typed array, plain array, or anything that pools
 * itself by a method `concat`, as sufficient statistics do.
 */
export function concatenate<Batch extends ArrayLike<unknown>>(first: Batch, second: Batch): Batch {
  if (Array.isArray(first)) return first.concat(Array.from(second)) as unknown as Batch;
  if ("concat" in first) return (first as unknown as { concat(other: Batch): Batch }).concat(second);
  const joined = new (
    first.constructor as new (
      length: number,
    ) => Batch & { set(from: Batch, at: number): void }
  )(first.length + second.length);
  joined.set(first, 0);
  joined.set(second, first.length);
  return joined;
}
