import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { localPool } from "../../jobs/localPool.ts";
import { planRuns } from "../../sweep/planRuns.ts";
import { readSweep } from "../../sweep/readSweep.ts";
import { runSweep } from "../../sweep/runSweep.ts";
import { sweepDigest } from "../../sweep/sweepDigest.ts";
import { middle } from "../middle.ts";
import { pythonWith } from "../python.ts";
import type { Row } from "../run.ts";

export const title =
  "A sweep of a million Gaussian loops × 10 generations × 100 samples on two threads, beside NumPy's vectorised loop in two processes";

const repeats = 5;
const root = fileURLToPath(new URL("../../", import.meta.url));
const files = {
  sums: fileURLToPath(new URL("./sumsSweep.ts", import.meta.url)),
  items: fileURLToPath(new URL("./itemsSweep.ts", import.meta.url)),
  numpy: fileURLToPath(new URL("./gaussian.py", import.meta.url)),
};

type Found = readonly [seconds: number, mean: number, error: number];

/** Ours and NumPy's in turn, item by item and in sums; and how much two threads do of what one does. */
export async function bench(): Promise<{ rows: Row[] }> {
  const python = pythonWith("numpy");
  const rows: Row[] = [];
  for (const kind of ["sums", "items"] as const) {
    const [ours, alone, theirs]: [Found[], Found[], Found[]] = [[], [], []];
    for (let i = 0; i < repeats; i += 1) {
      ours.push(await swept(kind, 2));
      alone.push(await swept(kind, 1));
      if (python) theirs.push(byNumpy(python, kind));
    }
    const seconds = (found: readonly Found[]): number => middle(found.map(([took]) => took));
    rows.push(
      { name: `sweep, ${kind}`, value: seconds(ours), unit: "s", note: spreadOf(ours) },
      { name: "  one thread ÷ two", value: seconds(alone) / seconds(ours), unit: "×", note: "1.8 aimed at" },
    );
    if (!python) {
      rows.push({ name: "  NumPy", value: Number.NaN, unit: "s", note: "not compared: Python has no numpy" });
      continue;
    }
    const [, mean, error] = ours[0]!;
    const [, other, otherError] = theirs[0]!;
    rows.push(
      { name: `  NumPy, ${kind}`, value: seconds(theirs), unit: "s", note: spreadOf(theirs) },
      {
        name: "  NumPy ÷ sweep",
        value: seconds(theirs) / seconds(ours),
        unit: "×",
        note: "above 1: ours is faster",
      },
      {
        ...{
          name: "  mean log variance, ours − NumPy's",
          value: (mean - other) / Math.hypot(error, otherError),
        },
        unit: "standard errors",
      },
    );
  }
  const [sums, numpy] = [
    rows[0]!.value,
    rows.find(({ name }) => name === "  NumPy, items")?.value ?? Number.NaN,
  ];
  rows.push({
    ...{ name: "NumPy, item by item ÷ sweep, in sums", value: numpy / sums, unit: "×" },
    note: "2.5 aimed at: the same law, as each library has it",
  });
  return { rows };
}

async function swept(kind: "sums" | "items", workers: number): Promise<Found> {
  const file = files[kind];
  const sweep = await readSweep(file);
  const { runsPerJob } = await planRuns(sweep);
  const digest = await sweepDigest(root, file);
  await using executor = localPool(root, workers);
  const began = performance.now();
  const kept = { parts: () => [], keep: () => {} };
  const [point] = await runSweep(sweep, { file, digest, executor, runsPerJob, kept });
  const { mean, standardError } = point!.rows[0]!;
  return [(performance.now() - began) / 1000, mean, standardError!];
}

const byNumpy = (python: string, kind: string): Found =>
  JSON.parse(
    execFileSync(python, [files.numpy, kind, "1000000", "10", "100"], { encoding: "utf8" }),
  ) as Found;

const spreadOf = (found: readonly Found[]): string => {
  const sorted = found.map(([took]) => took).toSorted((a, b) => a - b);
  return `median of ${sorted.length}, ${sorted[0]!.toFixed(2)} to ${sorted.at(-1)!.toFixed(2)}`;
};
