/** One batch after another, in a new array of the first one's kind (typed array or plain array). */
export function concatenate<Batch extends ArrayLike<unknown>>(first: Batch, second: Batch): Batch {
  if (Array.isArray(first)) return first.concat(Array.from(second)) as unknown as Batch;
  const joined = new (
    first.constructor as new (
      length: number,
    ) => Batch & { set(from: Batch, at: number): void }
  )(first.length + second.length);
  joined.set(first, 0);
  joined.set(second, first.length);
  return joined;
}
