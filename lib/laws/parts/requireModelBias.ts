import { requireInteger } from "../../require/requireInteger.ts";
import { requireShare } from "../../require/requireShare.ts";

/** Refuses a generation other than an integer ≥ 0, or Infinity, and a model bias that is no share. */
export function requireModelBias(action: string, generation: number, modelBias: number): void {
  if (generation !== Infinity) requireInteger(action, "generation", generation);
  requireShare(action, "modelBias", modelBias);
}
