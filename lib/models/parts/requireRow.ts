import { requireFinite } from "../../require/requireFinite.ts";

/** Refuses a row that does not hold d finite numbers. `action` completes "Cannot …". */
export function requireRow(action: string, name: string, row: ArrayLike<number>, d: number): void {
  requireFinite(action, name, row);
  if (row.length !== d) {
    throw new RangeError(
      `Cannot ${action}: ${name} must hold ${d} numbers as each row of data did, got ${row.length}`,
    );
  }
}
