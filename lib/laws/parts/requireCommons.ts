import { requireFiniteNumber } from "../../require/requireFiniteNumber.ts";
import type { Commons } from "../commons.ts";

/** Refuses a value or a cost that is not finite and above 0. `action` completes "Cannot …". */
export function requireCommons(action: string, { value, cost }: Commons): void {
  requireFiniteNumber(action, "value", value, 0);
  requireFiniteNumber(action, "cost", cost, 0);
}
