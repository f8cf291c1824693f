import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { gaussian, manyLoops, replace, seeded } from "generation-loss";
import { medianOf } from "../medianOf.ts";
import { pythonWith } from "../python.ts";
import type { Row } from "../run.ts";

export const title = "Chapter 1: 2 000 Gaussian loops × 100 generations × 100 samples";

const [runs, generations, size] = [2000, 100, 100];
const repeats = 5;

/** The loops as chapter 1 runs them, beside the same work vectorised in NumPy, in one run. */
export async function bench(): Promise<{ rows: Row[] }> {
  const family = gaussian({ ddof: 1 });
  const ours = medianOf(repeats, () => {
    const started = performance.now();
    manyLoops({
      family,
      start: family.known({ mean: 0, sd: 1 }),
      regime: replace(),
      generations,
      size,
      runs,
      rng: seeded(1),
      read: { mean: (turn) => turn.model.parameters.mean, sd: (turn) => turn.model.parameters.sd },
    });
    return (performance.now() - started) / 1000;
  });
  const rows: Row[] = [
    { name: "generation-loss", value: ours, unit: "s", note: `median of ${repeats}` },
    { name: "rate", value: (runs * generations * size) / ours / 1e6, unit: "million samples/s" },
  ];
  const numpy = numpySeconds();
  if (numpy === undefined)
    rows.push({ name: "NumPy", value: Number.NaN, unit: "s", note: "not compared: Python has no numpy" });
  else {
    rows.push({
      name: "NumPy, all loops in one array",
      value: numpy,
      unit: "s",
      note: `median of ${repeats}`,
    });
    rows.push({
      name: "NumPy ÷ generation-loss",
      value: numpy / ours,
      unit: "×",
      note: "above 1: ours is faster",
    });
  }
  return { rows };
}

function numpySeconds(): number | undefined {
  const python = pythonWith("numpy");
  if (!python) return undefined;
  const script = fileURLToPath(new URL("./gaussianLoops.py", import.meta.url));
  return Number(execFileSync(python, [script, runs, generations, size, repeats].map(String)).toString());
}
