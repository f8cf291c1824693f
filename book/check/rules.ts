import type { Fault, Rule } from "../fault.ts";
import { aidsBudget } from "./aidsBudget.ts";
import { cellRoles } from "./cellRoles.ts";
import { deadLinks } from "./deadLinks.ts";
import { duplicateSlugs } from "./duplicateSlugs.ts";
import { emptyHeaders } from "./emptyHeaders.ts";
import { exerciseParts } from "./exerciseParts.ts";
import { imagesWithoutAlt } from "./imagesWithoutAlt.ts";
import { liveBudget } from "./liveBudget.ts";
import { missingSolutions } from "./missingSolutions.ts";
import { offlineBudget } from "./offlineBudget.ts";
import { pageBudget } from "./pageBudget.ts";
import { searchBudget } from "./searchBudget.ts";
import type { Site } from "./site.ts";
import { unknownExercises } from "./unknownExercises.ts";

/** A rule that the finished site must keep. What concerns one cell is checked where that cell is rendered. */
interface SiteRule {
  /** The name that its faults carry. */
  readonly rule: Rule;
  check(site: Site): readonly Fault[];
}

/** Every rule of the finished site. */
export const rules: readonly SiteRule[] = [
  { rule: "duplicate-slug", check: duplicateSlugs },
  { rule: "cell-role", check: cellRoles },
  { rule: "unknown-exercise", check: unknownExercises },
  { rule: "no-solution", check: missingSolutions },
  { rule: "exercise-part", check: exerciseParts },
  { rule: "dead-link", check: deadLinks },
  { rule: "empty-header", check: emptyHeaders },
  { rule: "no-alt", check: imagesWithoutAlt },
  { rule: "page-budget", check: pageBudget },
  { rule: "live-budget", check: liveBudget },
  { rule: "search-budget", check: searchBudget },
  { rule: "offline-budget", check: offlineBudget },
  { rule: "aids-budget", check: aidsBudget },
];
