import { canvasPlace } from "./canvasPlace.ts";
import { folderPlace } from "./folderPlace.ts";
import { moodlePlace } from "./moodlePlace.ts";
import { nbgraderPlace } from "./nbgraderPlace.ts";
import type { ReadPlace } from "./place.ts";

/** How submissions come. */
export const ways = ["folder", "zip", "nbgrader", "moodle", "canvas"] as const;
export type Way = (typeof ways)[number];

/** How each way's paths are read. What one student packed has no student in its paths. */
export const placeOf: Readonly<Record<Exclude<Way, "zip">, ReadPlace>> = {
  folder: folderPlace,
  nbgrader: nbgraderPlace,
  moodle: moodlePlace,
  canvas: canvasPlace,
};

/**
 * The way that paths look like: Moodle's if one does; Canvas' if all do that lie in no folder; nbgrader's if a folder
 * in a folder is called as an assignment is. Undefined if they look like none: then a folder is one of students, and a
 * zip is one student's.
 */
export function recognise(paths: readonly string[], assignments: ReadonlySet<string>): Way | undefined {
  if (paths.some(moodlePlace)) return "moodle";
  const loose = paths.filter((path) => !path.includes("/") && !isHidden(path));
  if (loose.length > 0 && loose.every(canvasPlace)) return "canvas";
  const isNbgrader = paths.some((path) => assignments.has(nbgraderPlace(path)?.assignment ?? ""));
  return isNbgrader ? "nbgrader" : undefined;
}

/** What systems and editors leave in folders: kept where it lies in a submission, but nobody's work. */
export const isHidden = (path: string): boolean =>
  path.split("/").some((part) => part.startsWith(".") || part === "__MACOSX" || part === "Thumbs.db");
