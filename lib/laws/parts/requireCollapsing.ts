import { requireInteger } from "../../require/requireInteger.ts";
import type { CollapsingVocabulary } from "../collapsingVocabulary.ts";

/** Refuses a vocabulary that the bounds do not speak of. `action` completes "Cannot …". */
export function requireCollapsing(action: string, { size, types, simpson }: CollapsingVocabulary): void {
  requireInteger(action, "size", size, 1);
  requireInteger(action, "types", types, 2);
  if (!(simpson >= (1 - 1e-9) / types && simpson <= 1)) {
    throw new RangeError(
      `Cannot ${action}: simpson must lie between 1/types (${1 / types}) and 1, got ${String(simpson)}`,
    );
  }
}
