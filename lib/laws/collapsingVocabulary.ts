import { requireInteger } from "../require/requireInteger.ts";

/** A loop of n words per generation, over s types. */
export interface CollapsingVocabulary {
  /** Words per generation n, an integer ≥ 1. */
  readonly size: number;
  /** Types s with a probability above 0 in the human law, an integer ≥ 2. */
  readonly types: number;
  /** Simpson index S₀ = Σ p_i² of the human law, 1/types … 1. */
  readonly simpson: number;
}

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
