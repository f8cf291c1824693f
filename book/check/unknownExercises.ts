import { type Chapter, cellRole } from "../chapter.ts";
import type { Fault } from "../fault.ts";
import type { Site } from "./site.ts";

/** Every region of a solutions file, and every starter and check, belongs to an exercise of its chapter. */
export function unknownExercises({ chapters }: Site): Fault[] {
  return chapters.flatMap(unknownIn);
}

function unknownIn({ notebook, solutions, path }: Chapter): Fault[] {
  const known = new Set(
    notebook.cells
      .map(cellRole)
      .flatMap(({ role, exercise }) => (role === "exercise" && exercise ? [exercise] : [])),
  );
  const advice = known.size > 0 ? `its exercises are ${[...known].join(", ")}` : "it has no exercises";
  const inSolutions = solutions.regions
    .filter(({ name }) => !known.has(name))
    .map(({ kind, name, line }): Fault => {
      const message = `line ${line}: "${kind} ${name}" belongs to no exercise of ${path}; ${advice}`;
      return { file: solutions.path, rule: "unknown-exercise", message };
    });
  const inCells = notebook.cells.flatMap((cell): Fault[] => {
    const { role = "", exercise } = cellRole(cell);
    if (role === "exercise" && !exercise) {
      const message = 'an exercise cell needs an `exercise` name in its genloss metadata, such as "refit"';
      return [{ file: path, cell: cell.id, rule: "unknown-exercise", message }];
    }
    if (!["starter", "check"].includes(role) || (exercise && known.has(exercise))) return [];
    const message = `this ${role} names exercise "${exercise ?? ""}", which the chapter does not have; ${advice}`;
    return [{ file: path, cell: cell.id, rule: "unknown-exercise", message }];
  });
  return [...inSolutions, ...inCells];
}
