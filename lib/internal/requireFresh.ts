import type { FreshLoop } from "../laws/freshLoop.ts";
import { requireInteger } from "./requireInteger.ts";
import { requireShare } from "./requireShare.ts";

/** Refuses a loop that no law of fresh data speaks of. `action` completes "Cannot …". */
export function requireFresh(action: string, { size, freshShare }: FreshLoop): void {
  requireInteger(action, "size", size, 1);
  requireShare(action, "freshShare", freshShare);
}
