import { described } from "../../require/described.ts";

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

/**
 * Batches one after another, in a new batch of the first one's kind: typed array, plain array, or anything that pools
 * itself by a method `concat`, as sufficient statistics do.
 */
export function concatenate<Batch extends ArrayLike<unknown>>(first: Batch, ...others: Batch[]): Batch {
  if (Array.isArray(first))
    return first.concat(...others.map((other) => Array.from(other))) as unknown as Batch;
  if ("concat" in first) {
    type Pooling = Batch & { concat(other: Batch): Batch };
    return others.reduce((all, other) => (all as Pooling).concat(other), first);
  }
  const length = others.reduce((sum, other) => sum + other.length, first.length);
  const joined = new (
    first.constructor as new (
      length: number,
    ) => Batch & { set(from: Batch, at: number): void }
  )(length);
  joined.set(first, 0);
  let end = first.length;
  for (const other of others) {
    joined.set(other, end);
    end += other.length;
  }
  return joined;
}

/** Refuses what somebody's function gave as a batch, unless it is one, of `count` items. `action` completes "Cannot …". */
export function requireItems<Batch extends ArrayLike<unknown>>(
  action: string,
  name: string,
  batch: Batch,
  count?: number,
): Batch {
  if (!Number.isInteger((batch as Batch | undefined)?.length)) {
    throw new TypeError(`Cannot ${action}: ${name} must give a batch of items, got ${described(batch)}`);
  }
  if (count !== undefined && batch.length !== count) {
    throw new RangeError(`Cannot ${action}: ${name} must give ${count} items, got ${batch.length}`);
  }
  return batch;
}
