/** A value with `true` under this key is shown by a call that is a statement of its cell, not only as the cell's last value. */
const statementSymbol = Symbol.for("Jupyter.display.statement");

/** Whether a value wants to be shown wherever a cell makes it in a statement of its own. */
export function showsAsStatement(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  try {
    return (value as { [statementSymbol]?: unknown })[statementSymbol] === true;
  } catch {
    return false; // a proxy whose traps fail asks for nothing
  }
}
