import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import {
  binomial,
  drawMany,
  fillNormal,
  gamma,
  multinomial,
  permutation,
  poisson,
  resample,
  seeded,
  zipf,
  zipfProbabilities,
} from "generation-loss";
import { medianOf } from "../medianOf.ts";
import { pythonWith } from "../python.ts";
import type { Row } from "../run.ts";

export const title = "Random draws: 100 000 of each; a text of 212 000 words of 17 000 types by Zipf's law";

const [repeats, n, types, size] = [41, 100_000, 17_000, 212_000];

/**
 * Each line beside NumPy's, in one run. Time is the processor's, of all threads, so that other work on the machine counts
 * for little. Each measurement makes its distribution anew and fills one array again and again: NumPy's allocator, too,
 * gives the same memory again.
 */
export async function bench(): Promise<{ rows: Row[] }> {
  const rng = seeded(1);
  const out = new Float64Array(n);
  const weights = zipfProbabilities({ exponent: 1, types });
  const text = Uint32Array.from(drawMany(zipf({ exponent: 1, types }), size, rng));
  const lines: Record<string, () => unknown> = {
    normal: () => fillNormal(out, 0, 1, rng),
    "gamma, shape 0.1": () => gamma({ shape: 0.1, scale: 1 }).fill(out, rng),
    "gamma, shape 2": () => gamma({ shape: 2, scale: 1 }).fill(out, rng),
    "gamma, shape 50": () => gamma({ shape: 50, scale: 1 }).fill(out, rng),
    "poisson, mean 0.5": () => poisson({ mean: 0.5 }).fill(out, rng),
    "poisson, mean 20": () => poisson({ mean: 20 }).fill(out, rng),
    "poisson, mean 10 000": () => poisson({ mean: 1e4 }).fill(out, rng),
    "binomial, 10 × 0.3": () => binomial({ trials: 10, p: 0.3 }).fill(out, rng),
    "binomial, 1 000 × 0.5": () => binomial({ trials: 1000, p: 0.5 }).fill(out, rng),
    "binomial, 1 000 000 × 0.3": () => binomial({ trials: 1e6, p: 0.3 }).fill(out, rng),
    "multinomial by counts": () => multinomial({ trials: size, weights })(rng),
    "multinomial by occurrences": () => resample(text, size, rng),
    permutation: () => permutation(n, rng),
  };
  const numpy = numpySeconds();
  const rows = Object.entries(lines).map(([name, line]): Row => {
    for (let i = 0; i < 20; i += 1) line(); // compiled before it is measured
    const ours = medianOf(repeats, () => {
      const started = process.cpuUsage();
      line();
      const { user, system } = process.cpuUsage(started);
      return (user + system) / 1e6;
    });
    const theirs = numpy?.[name];
    if (theirs === undefined)
      return { name, value: ours * 1000, unit: "ms", note: "not compared: no Python with numpy" };
    const times = `ours ${(ours * 1000).toFixed(2)} ms, NumPy ${(theirs * 1000).toFixed(2)} ms`;
    return { name, value: theirs / ours, unit: "× NumPy's speed", note: times };
  });
  return { rows };
}

function numpySeconds(): Record<string, number> | undefined {
  const python = pythonWith("numpy");
  if (python === undefined) return undefined;
  const script = fileURLToPath(new URL("./draws.py", import.meta.url));
  const output = execFileSync(python, [script, repeats, n, types, size].map(String));
  return JSON.parse(output.toString()) as Record<string, number>;
}
