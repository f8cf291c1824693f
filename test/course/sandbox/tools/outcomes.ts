import type { ProbeResult } from "../../../../course/sandbox/probes/outcomeOf.ts";

/** Outcome by probe, and how those went that are none of what is wanted: for the message of a test that fails. */
export function outcomes(results: readonly ProbeResult[]): {
  outcomes: Record<string, string>;
  words: string;
} {
  return {
    outcomes: Object.fromEntries(results.map(({ name, outcome }) => [name, outcome])),
    words: results.map(({ name, outcome, words }) => `${name}: ${outcome}, ${words}`).join("\n"),
  };
}
