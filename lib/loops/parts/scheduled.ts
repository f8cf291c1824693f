import { requireShare } from "../../require/requireShare.ts";
import type { Schedule } from "../schedule.ts";

/** What a schedule says of one generation. */
export function scheduled(schedule: Schedule, generation: number): number {
  return typeof schedule === "function" ? schedule(generation) : schedule;
}

/** The share that a schedule gives one generation; refused outside [0, 1]. `action` completes "Cannot …". */
export function scheduledShare(action: string, name: string, share: Schedule, generation: number): number {
  const value = scheduled(share, generation);
  requireShare(action, name, value);
  return value;
}

/** Refuses a constant share at once; a schedule is looked at generation by generation. */
export function requireScheduledShare(action: string, name: string, share: Schedule): void {
  if (typeof share !== "function") requireShare(action, name, share);
}

/** A share as a regime's name says it: "10 %". */
export function shareName(share: Schedule): string {
  return typeof share === "function" ? "by schedule" : `${Number((share * 100).toPrecision(3))} %`;
}
