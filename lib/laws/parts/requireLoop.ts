import { requireDdof } from "../../numerics/requireDdof.ts";
import { requireInteger } from "../../require/requireInteger.ts";
import type { GaussianLoop } from "../gaussianLaw.ts";

/** Refuses a generation or a loop description that no law speaks of. */
export function requireLoop(
  action: string,
  generation: number,
  { size, ddof, bias = 1 }: GaussianLoop,
): void {
  requireInteger(action, "generation", generation);
  requireInteger(action, "size", size, 2);
  requireDdof(action, ddof);
  if (!(bias > 0 && bias <= 1)) {
    throw new RangeError(`Cannot ${action}: bias must be above 0 and at most 1, got ${String(bias)}`);
  }
}
