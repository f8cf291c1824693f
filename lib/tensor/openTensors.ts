import { backends } from "#backends";
import type { BackendName } from "./backend.ts";

/** What of its host is used here; the library has no types of a page or of Node. */
const { console } = globalThis as unknown as { console: { warn(text: string): void } };

/** What `openTensors` found. */
export interface Tensors {
  readonly backend: BackendName;
  /** One sentence: what computes, and what was tried before it. */
  readonly description: string;
}

/**
 * Chooses what computes with tensors: the first that works of native TensorFlow (`tfjs-node`), WebAssembly, plain
 * JavaScript; in a page of WebGPU, WebGL, WebAssembly, plain JavaScript. A graphics card that is only imitated in
 * software counts as none. The networks of this library need it open; so do your own on `@tensorflow/tfjs-core`. In a page
 * WebGPU and WebGL also need their package: `@tensorflow/tfjs-backend-webgpu`, `@tensorflow/tfjs-backend-webgl`.
 *
 * Random numbers never come from the backend, so results differ by rounding only. Where bytes must be equal from machine
 * to machine, say which: `among: ["wasm"]`.
 *
 * What TensorFlow.js 4.22 says where its backends differ, once opened here (its own WebAssembly adds in 32 bits, so that
 * the sum of ones stops at 16 777 216; and of no numbers it gives a product, a least and a greatest that lay in memory):
 *
 * | of | WebAssembly | plain JavaScript |
 * |---|---|---|
 * | sum of 20 000 000 ones | 20000000 | 20000000 |
 * | mean of 20 000 000 ones | 1 | 1 |
 * | sum of nothing | 0 | 0 |
 * | mean of nothing | NaN | 0 |
 * | relu of NaN | NaN | NaN |
 * | relu6 of NaN | 0 | NaN |
 * | clipByValue of NaN to 0 … 1 | 0 | NaN |
 * | maximum of 1 and NaN | 1 | NaN |
 * | maximum of NaN and 1 | NaN | NaN |
 * | matMul of int32 | throws | 11 |
 * | log1p of 10⁻¹⁰ | 0 | 1e-10 |
 *
 * @param options.among what may be used, in order of wish; everything by default
 * @param options.wasmFiles in a page: address of the folder that holds the files of tfjs-backend-wasm, with its last
 *   slash. Named once, by the host, it holds for all later calls; a fall back to plain JavaScript is also said on the console
 * @returns what was chosen, with a sentence that says why
 * @throws {RangeError} if `among` names an unknown backend
 * @throws {Error} if none of them works, with what each said
 * @see Smilkov et al. (2019), "TensorFlow.js", arXiv:1901.05350 — chapter 8
 * @example (await openTensors({ among: ["js"] })).backend // => "js"
 */
export async function openTensors(
  options: { among?: readonly BackendName[]; wasmFiles?: string } = {},
): Promise<Tensors> {
  const { among = backends.map(({ name }) => name), wasmFiles = namedFiles } = options;
  namedFiles = wasmFiles;
  const known: readonly string[] = ["native", "webgpu", "webgl", "wasm", "js"];
  for (const name of among) {
    if (!known.includes(name)) {
      throw new RangeError(
        `Cannot open tensors: among must name some of ${known.join(", ")}, got ${String(name)}`,
      );
    }
  }
  const failures: string[] = [];
  for (const name of among) {
    const backend = backends.find((other) => other.name === name);
    try {
      if (!backend) throw new Error("not on this platform");
      await backend.open({ ...(wasmFiles !== undefined && { wasmFiles }) });
    } catch (error) {
      failures.push(`${backend?.words ?? name}: ${(error as Error).message.split("\n")[0]}`);
      continue;
    }
    tellHost(backend!.words);
    const description = `Tensors are computed by ${backend!.words}.${notUsed(failures)}`;
    // Ten times slower than what was to be had: nobody should learn that from the wait.
    if (name === "js" && among.slice(0, among.indexOf(name)).includes("wasm")) console.warn(description);
    return Object.freeze({ backend: name, description });
  }
  throw new Error(
    `Cannot open tensors: one of ${among.join(", ")} must work, got ${failures.join("; ") || "none named"}`,
  );
}

/** Whoever runs the cell may want to say what computed. */
function tellHost(words: string): void {
  (globalThis as { [key: symbol]: ((words: string) => void) | undefined })[Symbol.for("genloss.tensors")]?.(
    words,
  );
}

/** Where the host said that WebAssembly's files are. */
let namedFiles: string | undefined;

const notUsed = (failures: readonly string[]): string =>
  failures.length > 0 ? ` Not used: ${failures.join("; ")}.` : "";
