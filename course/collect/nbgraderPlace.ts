import type { Place } from "./place.ts";

/**
 * A path in nbgrader's folder `submitted`: `STUDENT/ASSIGNMENT/…`. Source: nbgrader's documentation, "The philosophy
 * and the approach", and `directory_structure` in its `coursedir.py`.
 */
export function nbgraderPlace(path: string): Place | undefined {
  const [who, assignment, ...rest] = path.split("/");
  if (!who || !assignment || rest.length === 0) return undefined;
  return { who, assignment, name: rest.join("/"), isStudentsName: true };
}
