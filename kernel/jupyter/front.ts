/**
 * The protocol thread: sockets, requests, outputs. It stays live while a cell keeps the main thread busy.
 * workerData: { connectionFile, shared }.
 */
import { Session as Inspector } from "node:inspector";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { readConnection } from "./connection.ts";
import { jupyterDataFolder } from "./install/kernelFolder.ts";
import { killChildren } from "./killChildren.ts";
import { languageClient } from "./languageClient.ts";
import { Protocol } from "./protocol.ts";
import { shared, type ToCells, type ToProtocol } from "./threads.ts";
import { openTransport } from "./transport.ts";

interface WorkerData {
  readonly connectionFile: string;
  readonly shared: SharedArrayBuffer;
}

const { connectionFile, shared: memory } = workerData as WorkerData;
const flags = new Int32Array(memory);
const connection = readConnection(connectionFile);
const tell = (message: ToCells): void => parentPort?.postMessage(message);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** How long a cell may take to stop by itself before its JavaScript is cut off. */
const patienceMs = 150;

/**
 * Stops the running cell in three steps: its own loop guards and awaits; then V8 ends whatever JavaScript
 * runs; then, where that would bring Node down (a loop in library code inside a timer), the kernel restarts.
 */
async function interrupt(): Promise<void> {
  const ticket = protocol.runningTicket;
  if (ticket === undefined) return;
  Atomics.store(flags, shared.interrupt, 1);
  tell({ type: "cut", ticket });
  await pause(patienceMs);
  killChildren(); // a synchronous one keeps the cell waiting
  if (protocol.runningTicket !== ticket) return;
  if (Atomics.load(flags, shared.inTimer) === 1) {
    await protocol.die(
      "The cell could not be stopped: a library loops inside a timer. The kernel restarts without its state",
    );
    exit();
    return;
  }
  const inspector = new Inspector();
  inspector.connectToMainThread();
  inspector.post("Runtime.terminateExecution", () => {
    inspector.disconnect();
    // The cut took the message loop with it, and the code that awaited never resumes: say it anew.
    tell({ type: "cut", ticket });
  });
}

/** Ends the process, also when a cell keeps its thread busy and hears nothing. */
function exit(): void {
  transport.close();
  tell({ type: "shutdown" });
  setTimeout(() => process.kill(process.pid, "SIGKILL"), 200);
}

const transport = await openTransport(connection);
const language = languageClient(process.cwd());
const protocol = new Protocol(transport, {
  signing: connection.signing,
  tell,
  interrupt,
  language,
  exit,
  historyPath: join(jupyterDataFolder(), "genloss", "history.jsonl"),
  types: process.env.GENLOSS_TYPES,
});

parentPort?.on("message", (message: ToProtocol) => protocol.hear(message));
transport.listen({
  onFrames: (channel, frames) => protocol.receive(channel, frames),
  onSubscription: (topic) => protocol.welcome(topic),
});
