import { type Lanes, lanesReserved, withLanes } from "../../wasm/lanes.ts";
import type { Tridiagonal } from "./tridiagonal.ts";

/**
 * As `plainTridiagonal`, to the bit, by WebAssembly; undefined where it has none. What a reflection takes away is taken on
 * the next walk over the matrix, which the next product needs anyhow, and four rows go together. Each number is added up in
 * the order in which the plain loops do.
 */
export function tridiagonalInLanes(a: Float64Array, n: number): Tridiagonal | undefined {
  const stride = n + (-n & 3);
  return withLanes((stride + 4) * stride, (lanes, memory) => {
    const matrix = lanesReserved;
    memory.fill(0, matrix, matrix + (stride + 4) * stride);
    for (let i = 0; i < n; i += 1) {
      memory.set(a.subarray(i * n, i * n + i + 1), matrix + i * stride);
    }
    return reflected(lanes, memory, n, matrix, stride);
  });
}

function reflected(
  lanes: Lanes,
  memory: Float64Array,
  n: number,
  matrix: number,
  stride: number,
): Tridiagonal {
  const [diagonal, beside] = [new Float64Array(n), new Float64Array(n)];
  for (let i = 0; i < n; i += 1) diagonal[i] = memory[matrix + i * (stride + 1)]!;
  let [v, w, next, product] = [0, 1, 2, 3].map((i) => matrix + (stride + i) * stride) as [
    ...[number, number, number, number],
  ];
  /** The next reflection: v wᵀ + w vᵀ is taken from the first `size` rows, and A v made of what is left; row `size` is done. */
  const walk = (size: number): void => {
    for (let i = 0; i < size; i += 1) {
      const [vi, wi] = [memory[v + i]!, memory[w + i]!];
      diagonal[i]! -= vi * wi + wi * vi;
      memory[product + i] = diagonal[i]! * memory[next + i]!;
    }
    for (const at of [v, w, next, product]) memory[at + size] = 0;
    memory.fill(0, matrix + size * stride, matrix + (size + 1) * stride);
    lanes.reflect(8 * matrix, 8 * stride, size, 8 * v, 8 * w, 8 * next, 8 * product);
  };

  for (let last = n - 1; last >= 1; last -= 1) {
    const row = matrix + last * stride;
    const [vl, wl] = [memory[v + last]!, memory[w + last]!];
    diagonal[last]! -= vl * wl + wl * vl;
    let greatest = 0;
    for (let k = 0; k < last; k += 1) {
      const x = memory[row + k]! - (vl * memory[w + k]! + wl * memory[v + k]!);
      memory[next + k] = x;
      if (k < last - 1) greatest = Math.max(greatest, Math.abs(x));
    }
    const corner = memory[next + last - 1]!;
    if (greatest === 0) {
      beside[last] = corner; // already tridiagonal here
      memory.fill(0, next, next + last);
      walk(last);
      memory.fill(0, v, v + last);
      memory.fill(0, w, w + last);
      continue;
    }
    greatest = Math.max(greatest, Math.abs(corner));
    let squares = 0;
    for (let k = 0; k < last; k += 1) {
      const x = memory[next + k]! / greatest;
      memory[next + k] = x;
      squares += x * x;
    }
    const end = memory[next + last - 1]!;
    const length = end > 0 ? -Math.sqrt(squares) : Math.sqrt(squares);
    beside[last] = greatest * length;
    const half = squares - end * length; // |v|² / 2
    memory[next + last - 1] = end - length;
    walk(last);
    let alongV = 0;
    for (let i = 0; i < last; i += 1) {
      const x = (0 + memory[product + i]!) / half; // 0 + x: the plain sums begin with 0, so none is −0
      memory[product + i] = x;
      alongV += x * memory[next + i]!;
    }
    const shift = alongV / (2 * half);
    for (let i = 0; i < last; i += 1) memory[product + i]! -= shift * memory[next + i]!;
    [v, w, next, product] = [next, product, v, w];
  }
  return { diagonal, beside };
}
