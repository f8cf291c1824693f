import { fillNormal, seeded, zipf } from "generation-loss";

/** Standard normal numbers. */
export const numbers = (n: number, seed = 1): Float64Array =>
  fillNormal(new Float64Array(n), 0, 1, seeded(seed));

/** Standard normal points. */
export function cloud(n: number, d: number, seed = 1): Float64Array[] {
  const values = numbers(n * d, seed);
  return Array.from({ length: n }, (_, i) => values.subarray(i * d, (i + 1) * d));
}

/** Weights 1 … 100 of categories. */
export function weightsOf(vocabulary: number, seed = 1): Float64Array {
  const rng = seeded(seed);
  return Float64Array.from({ length: vocabulary }, () => 1 + Math.floor(100 * rng.next()));
}

/** Tokens by Zipf's law. */
export function tokens(n: number, vocabulary = 1000, seed = 1): Uint32Array {
  const rng = seeded(seed);
  const token = zipf({ exponent: 1, types: vocabulary });
  return Uint32Array.from({ length: n }, () => token(rng));
}

/** Zeros and ones. */
export const coins = (n: number, seed = 1): Uint8Array => {
  const rng = seeded(seed);
  return Uint8Array.from({ length: n }, () => (rng.next() < 0.5 ? 1 : 0));
};

/** Shares between 0 and 1. */
export const shares = (n: number, seed = 1): Float64Array => {
  const rng = seeded(seed);
  return Float64Array.from({ length: n }, () => rng.next());
};

/** Rows [x…, y] with y = Σx + noise. */
export const lineRows = (n: number, d: number): Float64Array[] =>
  cloud(n, d + 1).map((row) => {
    const sum = row.reduce((total, x) => total + x, 0);
    return Float64Array.from(row, (x, j) => (j < d ? x : sum));
  });

/** Rows [x…, label] with a label that hangs on the first x, and not on it alone. */
export const labelledRows = (n: number, d: number, classes = 2): Float64Array[] => {
  const rng = seeded(9);
  return cloud(n, d + 1).map((row) =>
    Float64Array.from(row, (x, j) =>
      j < d ? x : rng.next() < 0.3 ? Math.floor(classes * rng.next()) : row[0]! > 0 ? classes - 1 : 0,
    ),
  );
};

/** The covariance of 4 d standard normal points: a matrix that is far from singular. */
export function covarianceOf(d: number, seed: number): Float64Array[] {
  const rows = cloud(4 * d, d, seed);
  return Array.from({ length: d }, (_, i) =>
    Float64Array.from({ length: d }, (_, j) =>
      rows.reduce((sum, row) => sum + (row[i]! * row[j]!) / (4 * d), 0),
    ),
  );
}
