import type { Exercise } from "../../course/exercise/exercise.ts";
import { textDigest } from "./textDigest.ts";

/** Another one where the starter or a check that readers see is another: what passed the old one has not passed it. */
export const exerciseDigest = ({ starter, checks }: Pick<Exercise, "starter" | "checks">): string =>
  textDigest([starter?.source ?? "", ...checks.map(({ source }) => source)].join("\0"));
