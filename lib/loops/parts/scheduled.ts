import type { Schedule } from "../schedule.ts";

/** What a schedule says of one generation. */
export function scheduled(schedule: Schedule, generation: number): number {
  return typeof schedule === "function" ? schedule(generation) : schedule;
}
