import { binomial } from "../../random/binomial.ts";
import type { Rng } from "../../random/rng.ts";
import { requireInteger } from "../../require/requireInteger.ts";
import type { Schedule } from "../schedule.ts";
import { requireScheduledShare, scheduled, scheduledShare, shareName } from "./scheduled.ts";

/** How many of a generation's items are human: a share of them, a count, or each with some chance. Exactly one. */
export interface HumanItems {
  readonly share?: Schedule;
  readonly count?: Schedule;
  readonly chance?: Schedule;
}

/** Refuses anything but exactly one of share, count and chance. `action` completes "Cannot …". */
export function requireHumanItems(action: string, { share, count, chance }: HumanItems): void {
  const given = Object.entries({ share, count, chance }).filter(([, value]) => value !== undefined);
  if (given.length !== 1) {
    const names = given.map(([name]) => name).join(" and ") || "none";
    throw new TypeError(`Cannot ${action}: one of share, count and chance must be given, got ${names}`);
  }
  if (share !== undefined) requireScheduledShare(action, "share", share);
  if (chance !== undefined) requireScheduledShare(action, "chance", chance);
  if (typeof count === "number") requireInteger(action, "count", count);
}

/** How many human items there are among the `size` of this generation. */
export function humansOf(
  action: string,
  { share, count, chance }: HumanItems,
  { generation, size, rng }: { generation: number; size: number; rng?: Rng },
): number {
  if (share !== undefined) return Math.round(scheduledShare(action, "share", share, generation) * size);
  if (chance !== undefined) {
    return binomial({ trials: size, p: scheduledShare(action, "chance", chance, generation) })(rng!);
  }
  const humans = scheduled(count!, generation);
  requireInteger(action, "count", humans);
  if (humans > size)
    throw new RangeError(`Cannot ${action}: count must be at most size = ${size}, got ${humans}`);
  return humans;
}

/** As a regime's name says it: "10 %", "10 per generation", "each with chance 0.01". */
export function humansName({ share, count, chance }: HumanItems): string {
  if (share !== undefined) return shareName(share);
  const amount = count ?? chance!;
  if (typeof amount === "function") return "by schedule";
  return count === undefined ? `with chance ${amount}` : `${amount} per generation`;
}
