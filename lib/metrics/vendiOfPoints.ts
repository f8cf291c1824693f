import { type FlatPoints, flatPoints, type Points, rowsOf } from "../numerics/points.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { spectralDiversity } from "./parts/spectralDiversity.ts";

/** How alike two points are: symmetric, 1 for a point with itself, and positive semidefinite over any set of points. */
export type Kernel = (x: Float64Array, y: Float64Array) => number;

/**
 * Vendi score of points: the effective number of different ones, under a similarity. See `vendi`.
 *
 * With "cosine" similarity the matrix has rank ≤ d, and the smaller of the n × n and the d × d matrix, which have the
 * same eigenvalues, is used: O(n d²) for many points in few dimensions. A function costs n² / 2 calls and O(n³).
 *
 * @param points shape (n, d), in some unit u; cosine: no row may be all 0
 * @param options.kernel "cosine" for the cosine of the angle between rows, or a function (x, y) → similarity
 * @returns effective number of points, 1 … n (cosine: 1 … min(n, d))
 * @throws {RangeError} if there are no points, rows are ragged or not finite, a row has no direction, or the kernel
 *   gives a non-finite number, a point is not 1 like itself, or the similarities have a negative eigenvalue
 * @throws {TypeError} if kernel is neither "cosine" nor a function
 * @see Friedman, Dieng (2023), Trans. Mach. Learn. Res., arXiv:2210.02410 — chapter 6
 * @example vendiOfPoints([[1, 0], [5, 0], [0, 2], [0, 3]], { kernel: "cosine" }).toFixed(6) // => "2.000000"
 * @example vendiOfPoints([[1], [1], [9]], { kernel: ([x], [y]) => (x === y ? 1 : 0) }).toFixed(4) // => "1.8899"
 */
export function vendiOfPoints(points: Points, options: { kernel: "cosine" | Kernel }): number {
  const action = "compute vendiOfPoints";
  const { kernel } = requireOptions(action, options);
  const flat = flatPoints(action, "points", points);
  if (kernel === "cosine") return ofDirections(action, flat);
  if (typeof kernel !== "function") {
    throw new TypeError(`Cannot ${action}: kernel must be "cosine" or a function, got ${String(kernel)}`);
  }
  const { n } = flat;
  const rows = rowsOf(flat.values, flat.d);
  const similarities = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const similarity = kernel(rows[i]!, rows[j]!);
      if (!Number.isFinite(similarity) || (i === j && Math.abs(similarity - 1) > 1e-9)) {
        throw new RangeError(
          `Cannot ${action}: kernel(points[${i}], points[${j}]) must be ${i === j ? 1 : "finite"}, ` +
            `got ${String(similarity)}`,
        );
      }
      similarities[i * n + j] = similarity;
    }
  }
  return spectralDiversity(action, "similarities by kernel", similarities, n, n);
}

/** The score of rows by their directions, from X Xᵀ or XᵀX, whichever is smaller. */
function ofDirections(action: string, { values, n, d }: FlatPoints): number {
  for (let i = 0; i < n; i += 1) {
    let [greatest, squares] = [0, 0];
    for (let c = i * d; c < (i + 1) * d; c += 1) greatest = Math.max(greatest, Math.abs(values[c]!));
    if (greatest === 0) {
      throw new RangeError(`Cannot ${action}: points[${i}] must have a direction, got a row of zeros`);
    }
    for (let c = i * d; c < (i + 1) * d; c += 1) squares += (values[c]! / greatest) ** 2;
    const length = Math.sqrt(squares);
    for (let c = i * d; c < (i + 1) * d; c += 1) values[c] = values[c]! / greatest / length;
  }
  const gram = n <= d ? productsOf(values, n, d) : productsOf(transposed(values, n, d), d, n);
  return spectralDiversity(action, "points", gram, Math.min(n, d), n);
}

/** Inner products of all pairs of rows: the lower triangle of a (rows, rows) matrix. */
function productsOf(values: Float64Array, rows: number, width: number): Float64Array {
  const gram = new Float64Array(rows * rows);
  for (let i = 0; i < rows; i += 1) {
    const x = values.subarray(i * width, (i + 1) * width);
    for (let j = 0; j <= i; j += 1) {
      const y = values.subarray(j * width, (j + 1) * width);
      let [even, odd] = [0, 0]; // two sums: the second does not wait for the first
      for (let c = 1; c < width; c += 2) {
        even += x[c - 1]! * y[c - 1]!;
        odd += x[c]! * y[c]!;
      }
      if (width & 1) even += x[width - 1]! * y[width - 1]!;
      gram[i * rows + j] = even + odd;
    }
  }
  return gram;
}

function transposed(values: Float64Array, n: number, d: number): Float64Array {
  const turned = new Float64Array(n * d);
  for (let i = 0; i < n; i += 1) {
    for (let c = 0; c < d; c += 1) turned[c * n + i] = values[i * d + c]!;
  }
  return turned;
}
