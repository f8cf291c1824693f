import assert from "node:assert/strict";

/** Two numbers agree but for rounding. */
export function near(x: number, y: number): void {
  assert.ok(Math.abs(x - y) <= 1e-12 * Math.max(1, Math.abs(y)), `${x}, not ${y}`);
}
