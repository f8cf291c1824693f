import type { Level } from "../sandbox.ts";
import type { Canaries } from "./canaries.ts";
import type { Request } from "./inside/request.ts";

/**
 * What came of a probe.
 *
 * - blocked: nothing was reached
 * - limited: some of it was had, and then no more
 * - open: it was reached
 * - unknown: the probe did not run as it should, so it says nothing; that is no better than open
 */
export type Outcome = "blocked" | "limited" | "open" | "unknown";

/** A harmless try to reach a canary, or to use more than the limits allow. */
export interface Probe {
  readonly name: string;
  readonly title: string;
  /** @param work the canaries' folder `work`, as the sandbox sees it */
  request(canaries: Canaries, work: string): Request;
  /** How much it asks for, if it is a matter of amount. */
  readonly wanted?: number;
  readonly unit?: string;
  /** Whether a canary was reached, from what the probe brought back and from what can be seen outside. */
  reached?(brought: string, canaries: Canaries): boolean;
  /** Levels that promise nothing about it. */
  readonly openAt: readonly Level[];
}
