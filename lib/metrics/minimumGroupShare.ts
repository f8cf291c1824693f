import { requireOptions } from "../require/requireOptions.ts";
import { type Group, requireGroups } from "./parts/groupRates.ts";

/**
 * Share of the smallest group in a sample. The groups that could occur are named, so that one that has vanished counts
 * as 0 and is not forgotten. For diversity, higher is better.
 *
 * @param groups the group each item belongs to, shape (n), n ≥ 1
 * @param options.among all groups, shape (g), g ≥ 1
 * @returns share, 0 (a group has vanished) … 1 / g
 * @throws {RangeError} if groups or among is empty, or an item belongs to none of them
 * @throws {TypeError} if a group is not a string, a number or a boolean
 * @see Wyllie, Shumailov, Papernot (2024), arXiv:2403.07857 — chapter 15
 * @example minimumGroupShare(["Adelie", "Gentoo"], { among: ["Adelie", "Chinstrap", "Gentoo"] }) // => 0
 */
export function minimumGroupShare(groups: ArrayLike<Group>, options: { among: ArrayLike<Group> }): number {
  const action = "compute minimumGroupShare";
  const { among } = requireOptions(action, options);
  for (const [name, list] of Object.entries({ groups, among })) {
    if (list.length === 0)
      throw new RangeError(`Cannot ${action}: ${name} must hold at least 1 group, got 0`);
    requireGroups(action, name, list);
  }
  const counts = new Map<Group, number>(Array.from(among, (group) => [group, 0]));
  for (let i = 0; i < groups.length; i += 1) {
    const count = counts.get(groups[i]!);
    if (count === undefined) {
      throw new RangeError(
        `Cannot ${action}: groups[${i}] must be one of among (${[...counts.keys()].join(", ")}), got ${groups[i]}`,
      );
    }
    counts.set(groups[i]!, count + 1);
  }
  return Math.min(...counts.values()) / groups.length;
}
