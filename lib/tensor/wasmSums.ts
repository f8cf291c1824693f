import type { DataType, KernelFunc, TensorInfo } from "@tensorflow/tfjs-core";
import { backend, getKernel, registerKernel, unregisterKernel, util } from "#tfjs";

/** What kernels here use of the WebAssembly backend. */
interface WasmBackend {
  makeOutput(shape: readonly number[], dtype: DataType): TensorInfo;
  typedArrayFromHeap(info: TensorInfo): Float32Array;
}

/** Sums of more numbers than this are added in 64 bits. Smaller ones stay as WebAssembly makes them. */
const many = 2 ** 18;

/**
 * Mends the sums and means of the WebAssembly backend. It adds one number after another in 32 bits, so that a sum of ones
 * stands still at 2²⁴ = 16 777 216; and the sum of no numbers is what lay in its memory. Long sums are made here in 64
 * bits, and an empty one is 0 (its mean NaN).
 */
export function repairSums(): void {
  for (const kernelName of ["Sum", "Mean"] as const) {
    const config = getKernel(kernelName, "wasm");
    unregisterKernel(kernelName, "wasm");
    const kernelFunc: KernelFunc = (call) => {
      const { x } = call.inputs as { x: TensorInfo };
      const { axis, keepDims } = (call.attrs ?? {}) as { axis?: number | number[]; keepDims?: boolean };
      const axes = util.parseAxisParam(axis as number[], x.shape);
      const length = axes.reduce((product, each) => product * x.shape[each]!, 1);
      if (x.dtype !== "float32" || (length > 0 && length <= many)) return config.kernelFunc(call);
      const sums = sumsOver(x, axes);
      const kept = x.shape.map((size, i) => (axes.includes(i) ? 1 : size));
      const shape = keepDims ? kept : kept.filter((_, i) => !axes.includes(i));
      const wasm = backend() as unknown as WasmBackend;
      const made = wasm.makeOutput(shape, "float32");
      if (sums.length > 0) {
        wasm.typedArrayFromHeap(made).set(kernelName === "Mean" ? sums.map((sum) => sum / length) : sums);
      }
      return made;
    };
    registerKernel({ ...config, kernelFunc });
  }
}

/** The sums over some axes, in 64 bits; the other axes in their order. */
function sumsOver(x: TensorInfo, axes: readonly number[]): Float64Array {
  const strides = new Array<number>(x.shape.length).fill(0);
  let size = 1;
  for (let axis = x.shape.length - 1; axis >= 0; axis -= 1) {
    if (axes.includes(axis)) continue;
    strides[axis] = size;
    size *= x.shape[axis]!;
  }
  const sums = new Float64Array(size);
  if (x.shape.includes(0)) return sums;
  const values = (backend() as unknown as WasmBackend).typedArrayFromHeap(x);
  const place = new Array<number>(x.shape.length).fill(0);
  let to = 0;
  for (let i = 0; i < values.length; i += 1) {
    sums[to]! += values[i]!;
    for (let axis = place.length - 1; axis >= 0; axis -= 1) {
      place[axis]! += 1;
      to += strides[axis]!;
      if (place[axis]! < x.shape[axis]!) break;
      to -= strides[axis]! * x.shape[axis]!;
      place[axis] = 0;
    }
  }
  return sums;
}
