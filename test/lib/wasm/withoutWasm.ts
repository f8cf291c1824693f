/**
 * Gives what a function of a module gives where no WebAssembly may be started: `forbidden` throws as a page's policy does,
 * `absent` has none. A thread of its own: both are for the whole of one.
 */
import { parentPort, workerData } from "node:worker_threads";

const { how, module, name } = workerData as { how: "forbidden" | "absent"; module: string; name: string };
const { [name]: run } = (await import(module)) as Record<string, () => object>;
if (how === "absent") Reflect.deleteProperty(globalThis, "WebAssembly");
else
  Object.defineProperty(Reflect.get(globalThis, "WebAssembly"), "Module", {
    value: class {
      constructor() {
        throw new Error("Refused to compile or instantiate a module: Content Security Policy");
      }
    },
  });
const { drawLoops } = await import("../../../lib/random/parts/drawLoops.ts");
parentPort!.postMessage({ ...run!(), ran: drawLoops(16) ? "with" : "without" });
