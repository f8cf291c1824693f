import type { Rng } from "../../random/rng.ts";
import { seeded } from "../../random/seeded.ts";
import type { SweepPoint } from "../sweepPoints.ts";

/** The stream of a point: it hangs on nothing but the seed and the point, so that a larger grid keeps its numbers. */
export const pointStream = (seed: number, { label }: Pick<SweepPoint, "label">): Rng =>
  seeded(seed).split(label);
