import { requireFinite } from "../../require/requireFinite.ts";

/** A sorted copy of the data, checked to be finite. */
export function sortedFinite(action: string, name: string, data: ArrayLike<number>): Float64Array {
  requireFinite(action, name, data);
  return Float64Array.from(data).sort();
}
