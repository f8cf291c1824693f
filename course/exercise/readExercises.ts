import type { Notebook } from "../../kernel/notebook/notebook.ts";
import type { PercentRegion } from "../../kernel/notebook/parsePercent.ts";
import type { Exercise } from "./exercise.ts";
import type { ExerciseFault } from "./exerciseFault.ts";
import { ExerciseFaults, type FileNames } from "./exerciseFaults.ts";
import { readExercise } from "./readExercise.ts";
import { readRole } from "./readRole.ts";

/** Kinds of regions that a solutions file holds. */
const kinds: readonly string[] = ["solution", "hidden", "wrong"];

/**
 * The exercises of a chapter, in its order, and all that is wrong with them: what is missing, doubled, misshapen, or
 * belongs to no exercise.
 *
 * @param regions the chapter's solutions file
 * @param files names of the two in the words of a fault
 */
export function readExercises(
  { cells }: Notebook,
  regions: readonly PercentRegion[],
  files: FileNames = { notebook: "the notebook", solutions: "the solutions" },
): { readonly exercises: readonly Exercise[]; readonly faults: readonly ExerciseFault[] } {
  const faults = new ExerciseFaults(files);
  const parts = cells.map((cell) => {
    const { role, faults: own } = readRole(cell, files.notebook);
    faults.all.push(...own);
    return { cell, ...role };
  });

  const prompts = new Map<string, (typeof parts)[number]>();
  for (const part of parts) {
    const { cell, role, exercise } = part;
    if (role !== "exercise") continue;
    if (exercise === undefined) {
      const message = 'an exercise cell needs an `exercise` name in its genloss metadata, such as "refit"';
      faults.inCell("unknown-exercise", cell, message);
    } else if (prompts.has(exercise)) {
      const message = `"${exercise}" names two exercises; give this one a name of its own`;
      faults.inCell("exercise-part", cell, message, exercise);
    } else prompts.set(exercise, part);
  }

  const names = [...prompts.keys()];
  const advice = names.length > 0 ? `its exercises are ${names.join(", ")}` : "it has no exercises";
  for (const region of regions) {
    const { kind, name } = region;
    if (!prompts.has(name)) {
      const message = `"${kind} ${name}" belongs to no exercise of ${files.notebook}; ${advice}`;
      faults.inRegion("unknown-exercise", region, message);
    } else if (!kinds.includes(kind)) {
      const message = `a region must be one of ${kinds.join(", ")}, got "${kind}"`;
      faults.inRegion("exercise-part", region, message, name);
    }
  }
  for (const { cell, role, exercise = "" } of parts) {
    if ((role !== "starter" && role !== "check") || prompts.has(exercise)) continue;
    const message = `this ${role} names exercise "${exercise}", which the chapter does not have; ${advice}`;
    faults.inCell("unknown-exercise", cell, message);
  }

  const exercises = [...prompts].map(([name, prompt]) => {
    const own = parts.filter(({ exercise }) => exercise === name);
    const ownRegions = regions.filter((region) => region.name === name);
    return readExercise(name, prompt.cell, own, ownRegions, faults);
  });
  return { exercises, faults: faults.all };
}
