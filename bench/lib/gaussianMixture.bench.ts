import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { gaussianMixture, type KnownMixture, seeded } from "generation-loss";
import { medianOf } from "../medianOf.ts";
import { pythonWith } from "../python.ts";
import type { Row } from "../run.ts";

const [size, iterations, repeats] = [10_000, 20, 9];

export const title: string = `Gaussian mixture: ${iterations} iterations of EM on ${size} points in a plane`;

/** EM from the same start, on the same points, beside scikit-learn's; full covariances. */
export async function bench(): Promise<{ rows: Row[] }> {
  const python = pythonWith("numpy", "sklearn");
  return { rows: [5, 25].flatMap((components) => rowsOf(components, python)) };
}

function rowsOf(components: number, python: string | undefined): Row[] {
  const options = {
    components,
    covariance: "full",
    covarianceFloor: 1e-6,
    iterations,
    tolerance: 0,
  } as const;
  const centers = Array.from({ length: components }, (_, i) => [i % 5, Math.floor(i / 5)]);
  const mixture = (shift: number, variance: number): KnownMixture => ({
    weights: centers.map(() => 1 / components),
    means: centers.map(([x, y]) => [x! + shift, y! - shift]),
    covariances: centers.map(() => [
      [variance, 0],
      [0, variance],
    ]),
  });
  const truth = gaussianMixture({ ...options, start: "k-means++" }).known(mixture(0, 0.06));
  const data = truth.sample(size, seeded(1));
  const start = mixture(0.2, 0.2);
  const family = gaussianMixture({ ...options, start });

  let log = 0;
  const ours = medianOf(repeats, () => {
    const started = performance.now();
    log = family.fit(data).trace.at(-1)!;
    return (performance.now() - started) / 1000;
  });
  const name = `${components} components`;
  const rows: Row[] = [
    {
      name: `${name}: generation-loss`,
      value: ours,
      unit: "s",
      note: `median of ${repeats}, log density ${log.toFixed(6)}`,
    },
  ];
  if (!python) {
    rows.push({
      name: `${name}: scikit-learn`,
      value: Number.NaN,
      unit: "s",
      note: "not compared: no Python with sklearn",
    });
    return rows;
  }
  const script = fileURLToPath(new URL("./gaussianMixture.py", import.meta.url));
  const input = JSON.stringify({ data: data.map((row) => [...row]), start, iterations, repeats });
  const env = { ...process.env, OPENBLAS_NUM_THREADS: "1" }; // more threads are slower on matrices this thin
  const peer = JSON.parse(execFileSync(python, [script], { input, env, encoding: "utf8" }));
  rows.push(
    {
      name: `${name}: scikit-learn`,
      value: peer.seconds,
      unit: "s",
      note: `median of ${repeats}, one thread, log density ${peer.log.toFixed(6)}`,
    },
    {
      name: `${name}: scikit-learn ÷ generation-loss`,
      value: peer.seconds / ours,
      unit: "×",
      note: "above 1: ours is faster",
    },
  );
  return rows;
}
