import assert from "node:assert/strict";
import { test } from "node:test";
import { daysLate } from "../../../course/marks/daysLate.ts";
import { parseInstant } from "../../../course/time/parseInstant.ts";

const cases: readonly [due: string, submitted: string, grace: number, days: number, why: string][] = [
  ["2026-11-29T23:59", "2026-11-29T12:00", 0, 0, "early"],
  ["2026-11-29T23:59", "2026-11-29T23:59:00", 0, 0, "to the second"],
  ["2026-11-29T23:59", "2026-11-29T23:59:01", 0, 1, "a second late is a day begun"],
  ["2026-11-29T23:59", "2026-11-30T00:14:00", 15, 0, "the last second of grace"],
  ["2026-11-29T23:59", "2026-11-30T00:14:01", 15, 1, "after grace"],
  ["2026-11-29T23:59", "2026-12-01T00:14:00", 15, 1, "days are counted from the end of grace"],
  ["2026-11-29T23:59", "2026-12-01T00:14:01", 15, 2, "the second day"],
  ["2026-11-29T23:59", "2026-12-09T23:59:00", 0, 10, "ten whole days"],
  ["2026-10-24T23:59", "2026-10-25T23:58", 0, 1, "a day of 25 hours is a day"],
  ["2026-10-24T23:59", "2026-10-26T00:00", 0, 2, "and no more than that"],
  ["2026-03-28T23:59", "2026-03-29T23:59", 0, 1, "a day of 23 hours is one too"],
  ["2026-03-28T23:59", "2026-03-30T00:00", 0, 2, "and ends an hour sooner"],
  ["2026-11-29T23:59", "2027-11-29T23:59", 0, 365, "a year"],
];

for (const [due, submitted, grace, days, why] of cases)
  test(`due ${due}, handed in ${submitted}, ${grace} minutes of grace: ${days} days (${why})`, () => {
    const at = (text: string): number => parseInstant(text, "Europe/Paris") as number;
    assert.equal(daysLate(at(submitted), at(due), grace, "Europe/Paris"), days);
  });
