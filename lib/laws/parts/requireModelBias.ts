import { requireInteger } from "../../require/requireInteger.ts";
import { requireShare } from "../../require/requireShare.ts";

/** Refuses a generation other than an integer ≥ 0, or Infinity, and a model bias that is no share. */
export function requireModelBias(action: string, generation: number, modelBias: number): void {
  if (generation !== Infinity) requireInteger(action, "generation", generation);
  requireShare(action, "modelBias", modelBias);
}

/** Refuses a dimension below 1, and a sampling bias that is none. `action` completes "Cannot …". */
export function requireBiased(action: string, dimension: number, bias: number): void {
  requireInteger(action, "dimension", dimension, 1);
  if (!(bias >= 0 && bias < 1)) {
    throw new RangeError(`Cannot ${action}: bias must be at least 0 and below 1, got ${String(bias)}`);
  }
}
