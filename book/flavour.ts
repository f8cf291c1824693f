import type { Exercise } from "../course/exercise/exercise.ts";

/**
 * For whom a site is: a reader finds the solution one click below the task; a class, whose answers are graded, finds none
 * anywhere in the site.
 */
export const flavours = ["reader", "class"] as const;

export type Flavour = (typeof flavours)[number];

/**
 * The exercises as a flavour may know them. For a class the answers go before anything is rendered: what no renderer has
 * been given, no page, download or script can show.
 */
export function exercisesFor(flavour: Flavour, exercises: readonly Exercise[]): readonly Exercise[] {
  if (flavour === "reader") return exercises;
  return exercises.map((exercise) => ({ ...exercise, solution: undefined, hidden: [], wrong: [] }));
}

/** Where a site goes unless somebody says otherwise, below the project: each flavour has its own place. */
export const siteFolder: Readonly<Record<Flavour, string>> = {
  reader: "book/dist",
  class: "book/dist-class",
};
