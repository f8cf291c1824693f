import { requireSameLength } from "../../require/requireSameLength.ts";
import { requireOutcomes } from "./requireOutcomes.ts";

/** The name of a group of people or things: anything that tells groups apart. */
export type Group = string | number | boolean;

/** Refuses what is no name of a group: null, undefined, NaN, an object. */
export function requireGroups(action: string, name: string, groups: ArrayLike<Group>): void {
  for (let i = 0; i < groups.length; i += 1) {
    const group: unknown = groups[i];
    if (!["string", "number", "boolean"].includes(typeof group) || Number.isNaN(group)) {
      throw new TypeError(
        `Cannot ${action}: ${name}[${i}] must be a string, a number or a boolean, got ${String(group)}`,
      );
    }
  }
}

/**
 * Greatest minus least share of positive predictions among the groups, counting places where `among` is positive (all
 * of them, if it is left out). Refuses a group without such a place.
 */
export function greatestRateGap(
  action: string,
  predictions: ArrayLike<number | boolean>,
  groups: ArrayLike<Group>,
  among?: { name: string; outcomes: ArrayLike<number | boolean> },
): number {
  requireOutcomes(action, "predictions", predictions);
  requireSameLength(action, "groups", groups, "predictions", predictions);
  requireGroups(action, "groups", groups);
  if (among) {
    requireSameLength(action, among.name, among.outcomes, "predictions", predictions);
    requireOutcomes(action, among.name, among.outcomes);
  }
  const tallies = new Map<Group, { places: number; positive: number }>();
  for (let i = 0; i < groups.length; i += 1) {
    const tally = tallies.get(groups[i]!) ?? { places: 0, positive: 0 };
    tallies.set(groups[i]!, tally);
    if (among && !Number(among.outcomes[i])) continue;
    tally.places += 1;
    tally.positive += Number(predictions[i]);
  }
  let [least, greatest] = [1, 0];
  for (const [group, { places, positive }] of tallies) {
    if (places === 0) {
      throw new RangeError(
        `Cannot ${action}: ${among!.name} must be positive at least once in each group, got none in ${String(group)}`,
      );
    }
    least = Math.min(least, positive / places);
    greatest = Math.max(greatest, positive / places);
  }
  return greatest - least;
}
