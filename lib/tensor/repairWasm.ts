import type { DataType, KernelFunc, TensorInfo } from "@tensorflow/tfjs-core";
import { backend, engine, getKernel, registerKernel, unregisterKernel } from "#tfjs";

import { repairSums } from "./wasmSums.ts";

/** What kernels here use of the WebAssembly backend. */
interface WasmBackend {
  makeOutput(shape: readonly number[], dtype: DataType): TensorInfo;
  typedArrayFromHeap(info: TensorInfo): Float32Array | Int32Array;
}

/**
 * Makes the WebAssembly backend fit for training; doing it twice does nothing.
 *
 * - A matrix product with a transposed argument, which is every gradient, takes a slow path there: its arguments are
 *   transposed first, then multiplied. Measured 5 times faster for an epoch of a dense network.
 * - Long sums stand still and empty ones are what lay in memory: see `wasmSums.ts`.
 * - `UnsortedSegmentSum`, the gradient of looking rows up, is missing there: it is added.
 */
export async function repairWasm(): Promise<void> {
  if (getKernel("UnsortedSegmentSum", "wasm")) return;
  transposeFirst("BatchMatMul");
  transposeFirst("_FusedMatMul");
  repairSums();
  registerKernel({ kernelName: "UnsortedSegmentSum", backendName: "wasm", kernelFunc: segmentSum });
}

function transposeFirst(kernelName: "BatchMatMul" | "_FusedMatMul"): void {
  const config = getKernel(kernelName, "wasm");
  const multiply = config.kernelFunc;
  unregisterKernel(kernelName, "wasm");
  const kernelFunc: KernelFunc = (call) => {
    const attrs = (call.attrs ?? {}) as { transposeA?: boolean; transposeB?: boolean };
    if (!attrs.transposeA && !attrs.transposeB) return multiply(call);
    const { a, b } = call.inputs as { a: TensorInfo; b: TensorInfo };
    const left = attrs.transposeA ? transposed(a) : a;
    const right = attrs.transposeB ? transposed(b) : b;
    const product = multiply({
      ...call,
      inputs: { ...call.inputs, a: left, b: right },
      attrs: { ...call.attrs, transposeA: false, transposeB: false },
    });
    for (const [made, given] of [
      [left, a],
      [right, b],
    ] as const) {
      if (made !== given) engine().backend.disposeData(made.dataId);
    }
    return product;
  };
  registerKernel({ ...config, kernelFunc });
}

/** The last two axes changed places. */
function transposed(info: TensorInfo): TensorInfo {
  const perm = info.shape.map((_, axis) => axis);
  perm.push(...perm.splice(-2).reverse());
  const { kernelFunc } = getKernel("Transpose", "wasm");
  return kernelFunc({ inputs: { x: info }, attrs: { perm }, backend: backend() }) as TensorInfo;
}

/** Sums the rows of x that belong to each segment; rows of a negative segment are left out. */
const segmentSum: KernelFunc = ({ inputs, attrs, backend }) => {
  const wasm = backend as WasmBackend;
  const { x, segmentIds } = inputs as { x: TensorInfo; segmentIds: TensorInfo };
  const { numSegments } = attrs as unknown as { numSegments: number };
  const sums = wasm.makeOutput([numSegments, ...x.shape.slice(1)], x.dtype);
  const from = wasm.typedArrayFromHeap(x);
  const ids = wasm.typedArrayFromHeap(segmentIds);
  const to = wasm.typedArrayFromHeap(sums).fill(0);
  const width = from.length / ids.length;
  for (let row = 0; row < ids.length; row += 1) {
    const segment = ids[row]!;
    if (segment < 0) continue;
    for (let j = 0; j < width; j += 1) to[segment * width + j]! += from[row * width + j]!;
  }
  return sums;
};
