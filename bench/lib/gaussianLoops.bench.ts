import { fileURLToPath } from "node:url";
import { gaussian, manyLoops, replace, seeded } from "generation-loss";
import { againstPeer } from "../againstPeer.ts";
import { pythonWith } from "../python.ts";
import type { Row } from "../run.ts";

export const title = "Chapter 1: 2 000 Gaussian loops × 100 generations × 100 samples";

const [runs, generations, size] = [2000, 100, 100];

/** The loops as chapter 1 runs them, beside the same work vectorised in NumPy. */
export async function bench(): Promise<{ rows: Row[] }> {
  const family = gaussian({ ddof: 1 });
  const run = () =>
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
  const script = fileURLToPath(new URL("./gaussianLoops.py", import.meta.url));
  const line = { name: "loops, beside NumPy with all loops in one array", twin: "loops", run };
  return { rows: await againstPeer([line], pythonWith("numpy"), script, [runs, generations, size]) };
}
