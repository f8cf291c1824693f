import assert from "node:assert/strict";

/** The number rounds to the quoted one. */
export function quoted(value: number, quote: string): void {
  const digits = quote.split(".")[1]?.length ?? 0;
  assert.equal(value.toFixed(digits), quote);
}
/** The number is within `room` of the expected one. */
export function close(value: number, expected: number, room: number): void {
  assert.ok(Math.abs(value - expected) <= room, `${value}, not ${expected}`);
}
