import { levels } from "./levels.ts";
import type { ProbeResult } from "./probes/outcomeOf.ts";
import { probes } from "./probes/probes.ts";
import type { Level } from "./sandbox.ts";

/**
 * The level that a sandbox has shown to hold: its own, or the next one that promises nothing of what was open. What a
 * probe did not find out counts as open.
 */
export function levelHeld(level: Level, results: readonly ProbeResult[]): Level {
  const outcomes = new Map(results.map(({ name, outcome }) => [name, outcome]));
  const open = probes.filter(({ name }) => !["blocked", "limited"].includes(outcomes.get(name) ?? "unknown"));
  const below = levels.slice(levels.indexOf(level));
  return below.find((level) => open.every(({ openAt }) => openAt.includes(level))) ?? "E";
}
