/** The items of a batch at these places, in a new batch of the same kind (typed array or plain array). */
export function itemsAt<Batch extends ArrayLike<unknown>>(
  action: string,
  batch: Batch,
  places: ArrayLike<number>,
): Batch {
  if (Array.isArray(batch)) return Array.from(places, (place) => batch[place]) as unknown as Batch;
  if (!ArrayBuffer.isView(batch)) {
    throw new TypeError(
      `Cannot ${action}: data must hold items, got ${(batch as object).constructor?.name ?? typeof batch}`,
    );
  }
  const n = places.length;
  const chosen = new (
    batch.constructor as new (
      length: number,
    ) => ArrayLike<unknown> & { [place: number]: unknown }
  )(n);
  for (let i = 0; i < n; i += 1) chosen[i] = batch[places[i]!];
  return chosen as unknown as Batch;
}
