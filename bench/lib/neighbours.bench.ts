import { fillNormal, seeded } from "generation-loss";
import { ballsByPairs } from "../../lib/metrics/parts/ballsByPairs.ts";
import { ballsInTrees } from "../../lib/metrics/parts/ballsInTrees.ts";
import { treePays } from "../../lib/numerics/pointTree.ts";
import { middle } from "../middle.ts";
import type { Row } from "../run.ts";

export const title = "Balls of neighbours: all pairs ÷ trees, above 1 trees are faster";

const rounds = 3;

/** Around the size from which trees are used, 32 · 2^d, and at half and twice as many points. */
export async function bench(): Promise<{ rows: Row[] }> {
  const options = { k: 5, strict: true };
  const rows: Row[] = [];
  for (const d of [1, 2, 3, 4, 5, 6, 7, 8]) {
    for (const n of [16, 32, 64].map((points) => points * 2 ** d)) {
      const [reals, fakes] = [1, 2].map((seed) => ({
        ...{ values: fillNormal(new Float64Array(n * d), 0, 1, seeded(seed)), n, d },
      }));
      const ratios = Array.from({ length: rounds + 1 }, () => {
        const byPairs = secondsOf(() => ballsByPairs(reals!, fakes!, options));
        return byPairs / secondsOf(() => ballsInTrees(reals!, fakes!, options));
      }).slice(1); // the first is compiled
      rows.push({
        ...{ name: `d = ${d}, n = ${n}`, value: middle(ratios), unit: "×" },
        note: `[${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}] ${treePays(n, d) ? "trees" : "all pairs"}`,
      });
    }
  }
  return { rows };
}

/** Processor time of one run: the mean of as many as take 10 ms together. */
function secondsOf(run: () => unknown): number {
  const started = process.cpuUsage();
  for (let runs = 1; ; runs += 1) {
    run();
    const { user, system } = process.cpuUsage(started);
    if (user + system >= 10_000) return (user + system) / 1e6 / runs;
  }
}
