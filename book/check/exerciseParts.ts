import type { Fault } from "../fault.ts";
import type { Site } from "./site.ts";

/** Every exercise has one starter and a check, nothing twice, and tests for its wrong answers. */
export function exerciseParts({ chapters }: Site): Fault[] {
  return chapters.flatMap(({ exerciseFaults }) =>
    exerciseFaults.filter(({ rule }) => rule === "exercise-part"),
  );
}
