import assert from "node:assert/strict";

/** Two numbers agree to a relative (below 1: absolute) error. */
export function close(actual: number, expected: number, room = 1e-12): void {
  if (actual === expected) return;
  assert.ok(
    Math.abs(actual - expected) <= room * Math.max(1, Math.abs(expected)),
    `${actual}, not ${expected}`,
  );
}

/** A number agrees with a printed one to all the digits printed, the last rounded or cut. */
export function digits(actual: number, printed: string): void {
  const places = printed.split(".")[1]?.length ?? 0;
  assert.ok(Math.abs(actual - Number(printed)) < 10 ** -places, `${actual}, not ${printed}`);
}
