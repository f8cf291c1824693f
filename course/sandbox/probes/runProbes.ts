import type { Sandbox } from "../sandbox.ts";
import { setCanaries } from "./canaries.ts";
import type { ProbeResult } from "./outcomeOf.ts";
import { probes } from "./probes.ts";
import { type ProbeOptions, runProbe } from "./runProbe.ts";

/**
 * Runs every probe, one after the other, among canaries that are there for so long.
 *
 * @param word something that stands nowhere else on the machine
 * @param tell hears of each result as it comes
 */
export async function runProbes(
  sandbox: Sandbox,
  word: string,
  tell: (result: ProbeResult) => void = () => {},
  options: ProbeOptions = {},
): Promise<readonly ProbeResult[]> {
  const canaries = await setCanaries(word);
  try {
    const results: ProbeResult[] = [];
    for (const probe of probes) {
      const result = await runProbe(sandbox, probe, canaries, options);
      results.push(result);
      tell(result);
    }
    return results;
  } finally {
    canaries.close();
  }
}
