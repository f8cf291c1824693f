import { wallClock } from "../time/wallClock.ts";
import { wallClockInstant } from "../time/wallClockInstant.ts";

const day = 86_400_000;

/**
 * Days after a deadline and its grace, each begun one whole. A day ends when the clocks of the course show the same
 * time again, so that the day on which they are set back is late by one day and not by two.
 *
 * @param submitted when it was handed in, in ms
 * @param due the deadline, in ms
 */
export function daysLate(submitted: number, due: number, graceMinutes: number, timeZone: string): number {
  const free = due + graceMinutes * 60_000;
  if (submitted <= free) return 0;
  const shown = wallClock(free, timeZone);
  let days = Math.max(1, Math.floor((submitted - free) / day) - 1); // never too many: a change of clocks is less than a day
  while (submitted > wallClockInstant(shown + days * day, timeZone)) days += 1;
  return days;
}
