// In a page's bundle gradients are not there unless asked for.
import "@tensorflow/tfjs-core/dist/register_all_gradients.js";
import { env, setBackend } from "@tensorflow/tfjs-core";
import type { Backend } from "./backend.ts";
import { repairWasm } from "./repairWasm.ts";

/** Backends in a page, best first. */
export const backends: readonly Backend[] = [
  { name: "webgpu", words: "WebGPU", open: openWebgpu },
  { name: "webgl", words: "WebGL", open: openWebgl },
  { name: "wasm", words: "WebAssembly", open: openWasm },
  {
    name: "js",
    words: "plain JavaScript",
    async open() {
      await import("@tensorflow/tfjs-backend-cpu");
      await use("cpu");
    },
  },
];

const software = /swiftshader|llvmpipe|softpipe|software|basic render/i;

interface Adapter {
  readonly isFallbackAdapter?: boolean;
  readonly info?: {
    readonly isFallbackAdapter?: boolean;
    readonly description?: string;
    readonly architecture?: string;
  };
}

async function openWebgpu(): Promise<void> {
  const { navigator } = globalThis as { navigator?: { gpu?: { requestAdapter(): Promise<Adapter | null> } } };
  const adapter = await navigator?.gpu?.requestAdapter();
  if (!adapter) throw new Error("the browser has none");
  const words = `${adapter.info?.description} ${adapter.info?.architecture}`;
  if (adapter.isFallbackAdapter || adapter.info?.isFallbackAdapter || software.test(words))
    throw new Error("it is imitated in software");
  // Within `try` a bundler goes on without a package that is not installed.
  try {
    await import("@tensorflow/tfjs-backend-webgpu");
  } catch (cause) {
    throw new Error("@tensorflow/tfjs-backend-webgpu does not load", { cause });
  }
  await use("webgpu");
}

interface Gl {
  getExtension(name: string): { readonly UNMASKED_RENDERER_WEBGL: number } | null;
  getParameter(which: number): unknown;
}

async function openWebgl(): Promise<void> {
  const { OffscreenCanvas: Canvas } = globalThis as unknown as {
    OffscreenCanvas?: new (width: number, height: number) => { getContext(kind: string): Gl | null };
  };
  const gl = Canvas && new Canvas(1, 1).getContext("webgl2");
  if (!gl) throw new Error("the browser has none");
  const named = gl.getExtension("WEBGL_debug_renderer_info");
  if (named && software.test(String(gl.getParameter(named.UNMASKED_RENDERER_WEBGL))))
    throw new Error("it is imitated in software");
  try {
    await import("@tensorflow/tfjs-backend-webgl");
  } catch (cause) {
    throw new Error("@tensorflow/tfjs-backend-webgl does not load", { cause });
  }
  await use("webgl");
}

async function openWasm({ wasmFiles }: { readonly wasmFiles?: string }): Promise<void> {
  const { setWasmPaths } = await import("@tensorflow/tfjs-backend-wasm");
  if (wasmFiles !== undefined) setWasmPaths(wasmFiles);
  env().set("WASM_HAS_MULTITHREAD_SUPPORT", false); // threads sum in another order from run to run
  await use("wasm").catch((cause) => {
    const where = wasmFiles ?? "beside the page";
    throw new Error(`its files do not load from ${where}; wasmFiles says where they are`, { cause });
  });
  await repairWasm();
}

async function use(name: string): Promise<void> {
  if (!(await setBackend(name))) throw new Error("it does not start");
}
