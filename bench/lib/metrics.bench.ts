import { fileURLToPath } from "node:url";
import {
  fillNormal,
  manifoldMetrics,
  mmd2,
  seeded,
  vendi,
  vendiOfPoints,
  wasserstein1,
} from "generation-loss";
import { againstPeer, type Line } from "../againstPeer.ts";
import { pythonWith } from "../python.ts";
import type { Row } from "../run.ts";

export const title = "Metrics: W₁, MMD, Vendi, precision/recall/density/coverage";

const rng = seeded(1);

function cloud(n: number, d: number): Float64Array[] {
  const values = fillNormal(new Float64Array(n * d), 0, 1, rng);
  return Array.from({ length: n }, (_, i) => values.subarray(i * d, (i + 1) * d));
}

/** exp(−|x − y|² / 2d): similarities of 500 points in 16 dimensions. */
function similarities(points: readonly Float64Array[]): Float64Array[] {
  return points.map((x) =>
    Float64Array.from(points, (y) => {
      const squared = x.reduce((sum, c, i) => sum + (c - y[i]!) ** 2, 0);
      return Math.exp(-squared / 32);
    }),
  );
}

/** Each line names its twin in metrics.py. */
function lines(): Line[] {
  const [a, b] = [cloud(1, 100_000)[0]!, cloud(1, 100_000)[0]!];
  const [x8, y8] = [cloud(2000, 8), cloud(2000, 8)];
  const [x16, y16] = [cloud(2000, 16), cloud(2000, 16)];
  const matrix = similarities(cloud(500, 16));
  const many = cloud(5000, 16);
  return [
    { name: "W₁, 100 000 + 100 000 values", twin: "wasserstein1", run: () => wasserstein1(a, b) },
    {
      name: "MMD², 2 000 + 2 000 points, d = 8",
      twin: "mmd2",
      run: () => mmd2(x8, y8, { lengthScale: 2, biased: false }),
    },
    {
      name: "P/R/D/C, 2 000 + 2 000 points, d = 16, k = 5",
      twin: "manifold",
      run: () => manifoldMetrics(x16, y16, { k: 5, strict: true }),
    },
    { name: "Vendi, eigenvalues of 500 × 500 (matrix)", twin: "vendi", run: () => vendi(matrix) },
    {
      name: "Vendi by cosine, 5 000 points, d = 16 (matrix)",
      twin: "vendiCosine",
      run: () => vendiOfPoints(many, { kernel: "cosine" }),
    },
  ];
}

/** Our metrics and the same work in SciPy, NumPy and scikit-learn. */
export async function bench(): Promise<{ rows: Row[] }> {
  const script = fileURLToPath(new URL("./metrics.py", import.meta.url));
  return { rows: await againstPeer(lines(), pythonWith("numpy", "scipy", "sklearn"), script) };
}
