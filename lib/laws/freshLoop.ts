import { requireInteger } from "../require/requireInteger.ts";
import { requireShare } from "../require/requireShare.ts";

/** Which copying loop with fresh human data a law speaks of. */
export interface FreshLoop {
  /** Items per generation N, an integer ≥ 1. */
  readonly size: number;
  /** Probability m that an item is fresh human data, 0 … 1; else it copies an item of the generation before. */
  readonly freshShare: number;
}

/** Refuses a loop that no law of fresh data speaks of. `action` completes "Cannot …". */
export function requireFresh(action: string, { size, freshShare }: FreshLoop): void {
  requireInteger(action, "size", size, 1);
  requireShare(action, "freshShare", freshShare);
}
