import type { Fault } from "../fault.ts";
import type { Site } from "./site.ts";

/** Every region of a solutions file, and every starter and check, belongs to an exercise of its chapter. */
export function unknownExercises({ chapters }: Site): Fault[] {
  return chapters.flatMap(({ exerciseFaults }) =>
    exerciseFaults.filter(({ rule }) => rule === "unknown-exercise"),
  );
}
