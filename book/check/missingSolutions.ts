import type { Fault } from "../fault.ts";
import type { Site } from "./site.ts";

/** Every exercise has a solution. */
export function missingSolutions({ chapters }: Site): Fault[] {
  return chapters.flatMap(({ exerciseFaults }) =>
    exerciseFaults.filter(({ rule }) => rule === "no-solution"),
  );
}
