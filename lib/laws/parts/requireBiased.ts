import { requireInteger } from "../../require/requireInteger.ts";

/** Refuses a dimension below 1, and a sampling bias that is none. `action` completes "Cannot …". */
export function requireBiased(action: string, dimension: number, bias: number): void {
  requireInteger(action, "dimension", dimension, 1);
  if (!(bias >= 0 && bias < 1)) {
    throw new RangeError(`Cannot ${action}: bias must be at least 0 and below 1, got ${String(bias)}`);
  }
}
