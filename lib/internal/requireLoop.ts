import type { GaussianLoop } from "../laws/gaussianLaw.ts";
import { requireDdof } from "./requireDdof.ts";
import { requireInteger } from "./requireInteger.ts";

/** Refuses a generation or a loop description that no law speaks of. */
export function requireLoop(action: string, generation: number, { size, ddof }: GaussianLoop): void {
  requireInteger(action, "generation", generation);
  requireInteger(action, "size", size, 2);
  requireDdof(action, ddof);
}
