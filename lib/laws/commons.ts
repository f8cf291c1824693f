import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";

/** What human data brings and costs, in money. */
export interface Commons {
  /** What keeping all diversity is worth to one firm per generation (V), above 0. */
  readonly value: number;
  /** What one human item costs (c), above 0. */
  readonly cost: number;
}

/** Refuses a value or a cost that is not finite and above 0. `action` completes "Cannot …". */
export function requireCommons(action: string, { value, cost }: Commons): void {
  requireFiniteNumber(action, "value", value, 0);
  requireFiniteNumber(action, "cost", cost, 0);
}
