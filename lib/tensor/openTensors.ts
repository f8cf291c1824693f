import { backends } from "#backends";
import type { BackendName } from "./backend.ts";

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
 * @param options.among what may be used, in order of wish; everything by default
 * @param options.wasmFiles in a page: address of the folder that holds the files of tfjs-backend-wasm
 * @returns what was chosen, with a sentence that says why
 * @throws {RangeError} if `among` names an unknown backend
 * @throws {Error} if none of them works, with what each said
 * @see Smilkov et al. (2019), "TensorFlow.js", arXiv:1901.05350 — chapter 8
 * @example (await openTensors({ among: ["js"] })).backend // => "js"
 */
export async function openTensors(
  options: { among?: readonly BackendName[]; wasmFiles?: string } = {},
): Promise<Tensors> {
  const { among = backends.map(({ name }) => name) } = options;
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
      await backend.open(options);
    } catch (error) {
      failures.push(`${backend?.words ?? name}: ${(error as Error).message.split("\n")[0]}`);
      continue;
    }
    const before = failures.length > 0 ? ` Not used: ${failures.join("; ")}.` : "";
    return Object.freeze({
      backend: name,
      description: `Tensors are computed by ${backend!.words}.${before}`,
    });
  }
  throw new Error(
    `Cannot open tensors: one of ${among.join(", ")} must work, got ${failures.join("; ") || "none named"}`,
  );
}
