import type { Place } from "./place.ts";

/** A path in a folder that somebody made: `STUDENT/…`, or `STUDENT.ipynb`. */
export function folderPlace(path: string): Place {
  const [who = path, ...rest] = path.split("/");
  if (rest.length > 0) return { who, name: rest.join("/"), isStudentsName: true };
  return { who: who.replace(/\.[^.]+$/, ""), name: path, isStudentsName: false };
}
