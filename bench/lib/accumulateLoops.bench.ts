import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { accumulate, gaussian, gaussianMoments, manyLoops, seeded } from "generation-loss";
import { medianOf } from "../medianOf.ts";
import { pythonWith } from "../python.ts";
import type { Row } from "../run.ts";

export const title = "Chapter 9: 2 000 Gaussian accumulate loops × 100 generations × 100 samples";

const [runs, generations, size] = [2000, 100, 100];
const repeats = 5;

/** Accumulate on sufficient statistics, beside the same in NumPy, which pools sums too; and our loops on items. */
export async function bench(): Promise<{ rows: Row[] }> {
  const common = { regime: accumulate(), generations, size };
  const sums = gaussianMoments({ ddof: 0 });
  const ours = medianOf(repeats, () =>
    seconds(() =>
      manyLoops({
        ...common,
        family: sums,
        start: sums.known({ mean: 0, sd: 1 }),
        runs,
        rng: seeded(1),
        read: { sd: (turn) => turn.model.parameters.sd },
      }),
    ),
  );
  const family = gaussian({ ddof: 0 });
  const onItems = seconds(() =>
    manyLoops({
      ...common,
      family,
      start: family.known({ mean: 0, sd: 1 }),
      runs: runs / 20,
      rng: seeded(1),
      read: { sd: (turn) => turn.model.parameters.sd },
    }),
  );
  const rows: Row[] = [
    { name: "generation-loss, gaussianMoments", value: ours, unit: "s", note: `median of ${repeats}` },
    {
      name: "generation-loss, gaussian (keeps items)",
      value: 20 * onItems,
      unit: "s",
      note: "20 × 100 loops",
    },
  ];
  const python = pythonWith("numpy");
  if (!python) {
    const note = "not compared: Python has no numpy";
    return { rows: [...rows, { name: "NumPy", value: Number.NaN, unit: "s", note }] };
  }
  const script = fileURLToPath(new URL("./accumulateLoops.py", import.meta.url));
  const output = execFileSync(python, [script, runs, generations, size, repeats].map(String)).toString();
  const [items, statistics] = output.trim().split("\n").map(Number) as [number, number];
  rows.push(
    { name: "NumPy, items drawn, sums pooled", value: items, unit: "s", note: `median of ${repeats}` },
    { name: "NumPy, sums drawn and pooled", value: statistics, unit: "s", note: `median of ${repeats}` },
    {
      name: "NumPy (items) ÷ gaussianMoments",
      value: items / ours,
      unit: "×",
      note: "above 1: ours is faster",
    },
    {
      name: "NumPy (sums) ÷ gaussianMoments",
      value: statistics / ours,
      unit: "×",
      note: "above 1: ours is faster",
    },
  );
  return { rows };
}

function seconds(work: () => unknown): number {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1000;
}
