import { middle } from "./middle.ts";

/** Measures a few times and gives the middle value. */
export const medianOf = (repeats: number, measure: () => number): number =>
  middle(Array.from({ length: repeats }, measure));
