import { requireInteger } from "../../require/requireInteger.ts";
import { requireShare } from "../../require/requireShare.ts";
import type { FreshLoop } from "../freshLoop.ts";

/** Refuses a loop that no law of fresh data speaks of. `action` completes "Cannot …". */
export function requireFresh(action: string, { size, freshShare }: FreshLoop): void {
  requireInteger(action, "size", size, 1);
  requireShare(action, "freshShare", freshShare);
}
