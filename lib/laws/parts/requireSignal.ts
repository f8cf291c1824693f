import { requireNotNegative } from "../../require/requireNotNegative.ts";
import type { RegressionSignal } from "../regressionSignal.ts";

/** Refuses a signal or a fit error that is negative or not finite. `action` completes "Cannot …". */
export function requireSignal(action: string, { signal, fitError }: RegressionSignal): void {
  requireNotNegative(action, "signal", signal);
  requireNotNegative(action, "fitError", fitError);
}
