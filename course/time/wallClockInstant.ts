import { wallClock } from "./wallClock.ts";

/**
 * When the clocks of a time zone show this, in ms. What they show twice, as they are set back, is the second time; what
 * they never show, as they are set forward, is as long after the jump. Both are for whoever has a deadline then.
 *
 * @param shown the milliseconds that UTC would have with the digits on the clock
 */
export function wallClockInstant(shown: number, timeZone: string): number {
  const day = 86_400_000;
  // The offsets of the day before and after: between them lies at most one change.
  const offsets = [shown - day, shown + day].map((near) => wallClock(near, timeZone) - near);
  const candidates = offsets.map((offset) => shown - offset);
  const right = candidates.filter((instant) => wallClock(instant, timeZone) === shown);
  return right.length > 0 ? Math.max(...right) : shown - (offsets[0] as number);
}
