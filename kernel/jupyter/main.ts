/**
 * The Jupyter kernel: `node kernel/jupyter/main.ts CONNECTION_FILE`.
 *
 * This thread runs the cells. A second one (front.ts) talks to Jupyter, so that heartbeat, control and output
 * go on while a cell is busy. It starts first: it answers who we are while the compiler is still loading.
 */
import { enableCompileCache, flushCompileCache, getCompileCacheDir } from "node:module";
import { dirname } from "node:path";
import { Worker } from "node:worker_threads";
import { takeDescriptors } from "../node/takeDescriptors.ts";
import { logLine, logTo } from "./shared/logLine.ts";
import { sigintWatchFlags } from "./shared/sigintWatch.ts";
import { TextRing } from "./shared/textRing.ts";
import { shared, type ToCells } from "./shared/threads.ts";

/** Most first cells have ended by then. */
const firstCellMs = 250;
const { setTimeout: later } = globalThis; // those that cells see end with the cell that is stopped

enableCompileCache();
// Set for this process (kernelSpec.ts), not for those that cells start.
for (const name of ["ARENA_MAX", "MMAP_THRESHOLD_", "TRIM_THRESHOLD_"]) delete process.env[`MALLOC_${name}`];
const [connectionFile] = process.argv.slice(2);
if (connectionFile === undefined) {
  console.error("Jupyter starts this kernel with a connection file.\n  Try   npx genloss kernel install");
  process.exit(2);
}

// Before the protocol thread begins, which takes SIGINT over: of the two the later one sees it.
process.on("SIGINT", () => {});

const descriptors = takeDescriptors();
if (descriptors) logTo(descriptors.log);
// Node prints such an error to descriptor 2. If that is a pipe of ours, nobody reads it as the process ends.
const tellLog = (error: Error): void => logLine(String(error.stack));
if (descriptors?.stderr !== undefined) process.on("uncaughtExceptionMonitor", tellLog);

const memory = new SharedArrayBuffer(shared.length * Int32Array.BYTES_PER_ELEMENT);
const text = new SharedArrayBuffer(TextRing.byteLength);
// A thread keeps compiled code, and finds it, only if its environment says so as it begins.
const cache = getCompileCacheDir();
const front = new Worker(new URL("./protocol/front.ts", import.meta.url), {
  env: { ...process.env, ...(cache !== undefined && { NODE_COMPILE_CACHE: dirname(cache) }) },
  workerData: { connectionFile, shared: memory, text, descriptors },
  execArgv: ["--no-warnings", ...sigintWatchFlags], // Node refuses a thread V8's flags, which it has anyway
});
const exit = process.exit.bind(process); // a cell's goes another way
front.once("error", (error) => {
  logLine(String(error.stack));
  exit(1);
});
const { CellsThread } = await import("./cells/cellsThread.ts");
await CellsThread.start(front, new Int32Array(memory), new TextRing(text));
process.off("uncaughtExceptionMonitor", tellLog); // from here on an error is a cell's

// A kernel may be killed, and the next start is to find what was compiled, the first cell's part with it.
front.on("message", function flushOnce(message: ToCells) {
  if (message.type !== "execute") return;
  front.off("message", flushOnce);
  later(flushCompileCache, firstCellMs);
});
