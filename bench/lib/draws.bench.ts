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
import { againstPeer } from "../againstPeer.ts";
import { pythonWith } from "../python.ts";
import type { Row } from "../run.ts";

export const title = "Random draws: 100 000 of each; a text of 212 000 words of 17 000 types by Zipf's law";

const [n, types, size] = [100_000, 17_000, 212_000];

/**
 * Each line beside NumPy's. Each measurement makes its distribution anew and fills one array again and again: NumPy's allocator, too,
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
  const script = fileURLToPath(new URL("./draws.py", import.meta.url));
  const named = Object.entries(lines).map(([name, run]) => ({ name, twin: name, run }));
  return { rows: await againstPeer(named, pythonWith("numpy"), script, [n, types, size]) };
}
