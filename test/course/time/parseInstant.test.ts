/** What a written time means, in zones whose clocks change. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { parseInstant } from "../../../course/time/parseInstant.ts";
import { wallClock } from "../../../course/time/wallClock.ts";
import { wallClockInstant } from "../../../course/time/wallClockInstant.ts";

const cases: readonly [text: string, zone: string, utc: string | undefined][] = [
  ["2026-11-29T23:59", "Europe/Paris", "2026-11-29T22:59:00.000Z"],
  ["2026-07-01T23:59", "Europe/Paris", "2026-07-01T21:59:00.000Z"],
  ["2026-07-01T23:59Z", "Europe/Paris", "2026-07-01T23:59:00.000Z"],
  ["2026-07-01T23:59:30.25-07:00", "Europe/Paris", "2026-07-02T06:59:30.250Z"],
  ["2026-07-01T23:59+0530", "UTC", "2026-07-01T18:29:00.000Z"],
  // Clocks are set back at 3:00: 2:30 comes twice, and the second is meant.
  ["2026-10-25T02:30", "Europe/Paris", "2026-10-25T01:30:00.000Z"],
  // They are set forward at 2:00: 2:30 never comes, 3:30 does.
  ["2026-03-29T02:30", "Europe/Paris", "2026-03-29T01:30:00.000Z"],
  ["2026-11-01T01:30", "America/New_York", "2026-11-01T06:30:00.000Z"],
  ["2026-04-05T01:45", "Australia/Lord_Howe", "2026-04-04T15:15:00.000Z"],
  // As nbgrader writes its timestamp.txt: its own form, another in its documentation, one set by hand.
  ["2026-11-29 12:00:00.123456 UTC", "Europe/Paris", "2026-11-29T12:00:00.123Z"],
  ["2015-02-02 15:58:23.948203 America/Los_Angeles", "UTC", "2015-02-02T23:58:23.948Z"],
  ["2026-11-29 12:00:00 +0100", "UTC", "2026-11-29T11:00:00.000Z"],
  ["2026-11-29 12:00:00", "Asia/Kolkata", "2026-11-29T06:30:00.000Z"],
  ["2026-02-30T12:00", "UTC", undefined],
  ["2026-02-03T24:00", "UTC", undefined],
  ["2026-02-03", "UTC", undefined],
  ["2026-02-03 12:00 Nowhere/Land", "UTC", undefined],
  ["tomorrow", "UTC", undefined],
  ["", "UTC", undefined],
];

for (const [text, zone, utc] of cases)
  test(`${JSON.stringify(text)} in ${zone} is ${utc ?? "no time"}`, () => {
    const instant = parseInstant(text, zone);
    assert.equal(instant === undefined ? undefined : new Date(instant).toISOString(), utc);
  });

test("a clock's digits and their instant are each other's, all through a year in which clocks change", () => {
  for (const zone of ["Europe/Paris", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu"]) {
    let twice = 0;
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 15 * 60_000) {
      const shown = wallClock(at, zone);
      const back = wallClockInstant(shown, zone);
      assert.equal(wallClock(back, zone), shown);
      if (back !== at) twice += 1; // the first of two times that show the same
    }
    const expected = { "Asia/Kathmandu": 0, "Australia/Lord_Howe": 2 }[zone] ?? 4;
    assert.equal(twice, expected, zone);
  }
});
