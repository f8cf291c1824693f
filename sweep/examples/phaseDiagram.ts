/**
 * The phase diagram of chapter 10 as a sweep: fresh human numbers in every generation, copies beside them that lean towards
 * their middle (λ), and the question whether the copies help. A run is one loop, in sums: 200 generations to settle, 200
 * to measure. What is read compares the squared error of the model with that of the same human numbers alone:
 *
 *   gain = (alone − with copies) / (alone + with copies)        from −1, all is lost, to 1; above 0 copies help
 *
 *   npx genloss sweep sweep/examples/phaseDiagram.ts
 */
import { chiSquared, type Rng, standardNormal } from "generation-loss";
import { sweep } from "generation-loss/sweep";

const [settling, measured] = [200, 200];

/** The mean of n numbers, and the sum of their squares about it. */
interface Sums {
  readonly n: number;
  readonly mean: number;
  readonly squares: number;
}

const together = (a: Sums, b: Sums): Sums => {
  const n = a.n + b.n;
  return {
    n,
    mean: (a.n * a.mean + b.n * b.mean) / n,
    squares: a.squares + b.squares + ((a.n * b.n) / n) * (a.mean - b.mean) ** 2,
  };
};

/** Squared distance of a Gaussian from the true one, in its mean and its spread. */
const miss = ({ n, mean, squares }: Sums): number => mean ** 2 + (Math.sqrt(squares / (n - 1)) - 1) ** 2;

function gainIn(human: number, copies: number, bias: number, rng: Rng): number {
  const humanSquares = chiSquared({ degreesOfFreedom: human - 1 });
  const copiedSquares = chiSquared({ degreesOfFreedom: copies - 1 });
  let model = { mean: 0, variance: 1 };
  let [alone, withCopies] = [0, 0];
  for (let t = -settling; t < measured; t += 1) {
    const fresh: Sums = {
      ...{ n: human, mean: standardNormal(rng) / Math.sqrt(human), squares: humanSquares(rng) },
    };
    const narrow = bias * model.variance;
    const mean = model.mean + Math.sqrt(narrow / copies) * standardNormal(rng);
    const all = together(fresh, { n: copies, mean, squares: narrow * copiedSquares(rng) });
    model = { mean: all.mean, variance: all.squares / (all.n - 1) };
    if (t < 0) continue;
    alone += miss(fresh);
    withCopies += miss(all);
  }
  return (alone - withCopies) / (alone + withCopies);
}

export const phaseDiagram = sweep({
  title: "Do copies help? Human numbers against copies, with a sampling bias λ of 0.7",
  grid: {
    human: [20, 40, 80, 160, 320, 640, 1280, 2560, 5120],
    copies: [5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560],
  },
  ...{ seed: 10, runs: 20_000, generations: [0] },
  until: { reading: "gain", generation: 0, standardError: 0.005, every: 200 },
  run: ({ human, copies }, { runs, firstRun, rng }) => ({
    gain: [
      Float64Array.from({ length: runs }, (_, i) => gainIn(human, copies, 0.7, rng.split(firstRun + i))),
    ],
  }),
  middle: { gain: 0 },
});
