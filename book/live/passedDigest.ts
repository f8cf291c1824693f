import { textDigest } from "./textDigest.ts";

/**
 * Says that an answer passed an exercise's visible tests; for another answer, or other tests, it is another.
 *
 * @param exercise its digest: see `exerciseDigest`
 */
export const passedDigest = (exercise: string, answer: string): string =>
  textDigest(`${exercise}\0${answer.trimEnd()}`);
