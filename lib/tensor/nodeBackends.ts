/// <reference path="./tfjsNodeNative.d.ts" />
import { env, setBackend } from "#tfjs";
import type { Backend } from "./backend.ts";
import { repairWasm } from "./repairWasm.ts";

/** What of Node is used here; the library has no Node types. */
interface NodeProcess {
  readonly env: { TF_CPP_MIN_LOG_LEVEL?: string; TF_ENABLE_ONEDNN_OPTS?: string };
  getBuiltinModule(name: "util"): { isNullOrUndefined?: unknown; isArray?: unknown };
  listeners(event: string): ((...args: never[]) => void)[];
  removeListener(event: string, listener: (...args: never[]) => void): void;
}
const { process } = globalThis as unknown as { process: NodeProcess };

/** Backends in Node, best first. */
export const backends: readonly Backend[] = [
  { name: "native", words: "native TensorFlow (tfjs-node)", open: openNative },
  { name: "wasm", words: "WebAssembly", open: () => quietly(openWasm) },
  {
    name: "js",
    words: "plain JavaScript",
    async open() {
      await import("@tensorflow/tfjs-backend-cpu");
      env().set("PROD", true); // no greeting here either
      await use("cpu");
    },
  },
];

async function openNative(): Promise<void> {
  // tfjs-node 4.22 calls two functions that Node 23 took away.
  const util = process.getBuiltinModule("util");
  util.isNullOrUndefined ??= (value: unknown) => value === null || value === undefined;
  util.isArray = Array.isArray; // there, and deprecated aloud
  process.env.TF_CPP_MIN_LOG_LEVEL ??= "2"; // no greeting on standard error
  process.env.TF_ENABLE_ONEDNN_OPTS ??= "0"; // it sums in another order from machine to machine, and says so at length
  await import("tfjs-node-native").catch((error: Error) => {
    const isMissing = /Cannot find|addon module/.test(error.message);
    throw isMissing ? new Error("tfjs-node is not installed") : error;
  });
  await use("tensorflow");
}

async function openWasm(): Promise<void> {
  await import("@tensorflow/tfjs-backend-wasm");
  await use("wasm");
  await repairWasm();
}

async function use(name: string): Promise<void> {
  if (!(await setBackend(name))) throw new Error("it does not start");
}

/** The WebAssembly loader hangs itself on the process and would throw again what others have dealt with. */
async function quietly(open: () => Promise<void>): Promise<void> {
  const events = ["uncaughtException", "unhandledRejection"];
  const before = events.map((event) => new Set(process.listeners(event)));
  await open();
  events.forEach((event, i) => {
    for (const listener of process.listeners(event)) {
      if (!before[i]!.has(listener)) process.removeListener(event, listener);
    }
  });
}
