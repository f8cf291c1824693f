import { described } from "../../require/described.ts";

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
