import { requireFiniteNumber } from "../../require/requireFiniteNumber.ts";

/** Refuses an exponent under which i^(−β) over all i has no sum. `action` completes "Cannot …". */
export function requireZipf(action: string, exponent: number): void {
  requireFiniteNumber(action, "exponent", exponent, 1);
}
