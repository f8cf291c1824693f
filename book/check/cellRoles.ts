import type { Fault } from "../fault.ts";
import type { Site } from "./site.ts";

/** What our metadata says of a cell has the shape that the book reads. */
export function cellRoles({ chapters }: Site): Fault[] {
  return chapters.flatMap(({ exerciseFaults }) => exerciseFaults.filter(({ rule }) => rule === "cell-role"));
}
