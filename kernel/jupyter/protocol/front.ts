/**
 * Where the protocol thread begins: it opens the sockets. What it does with them: `ProtocolThread`.
 * workerData: `ThreadData`.
 */
import { flushCompileCache } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import { languageClient } from "../language/languageClient.ts";
import { collectGarbage } from "../shared/collectGarbage.ts";
import { logLine, logTo } from "../shared/logLine.ts";
import type { ToCells, ToProtocol } from "../shared/threads.ts";
import { readConnection } from "./connection.ts";
import { ProtocolThread, type ThreadData } from "./protocolThread.ts";
import { openTransport } from "./transport.ts";

const given = workerData as ThreadData;
if (!parentPort) throw new Error("front.ts is started as a thread by main.ts");
if (given.descriptors) logTo(given.descriptors.log);

const connection = readConnection(given.connectionFile);
const transport = await openTransport(connection).catch((error: NodeJS.ErrnoException) => {
  // The sockets that are open would bring Node down as this thread ends, before a word is said.
  logLine(`The kernel cannot listen: ${error.code ?? ""} ${error.message}`);
  process.kill(process.pid, "SIGKILL");
  throw error;
});
const restSeconds = Number(process.env.GENLOSS_TYPES_REST);
const onRest = (): void => {
  parentPort?.postMessage({ type: "rest" } satisfies ToCells);
  collectGarbage();
};
const language = languageClient(process.cwd(), {
  ...(restSeconds > 0 && { restMs: restSeconds * 1000 }),
  onRest,
});
const { signing } = connection;
new ProtocolThread(given, { cells: parentPort, transport, signing, language }).listen();

// Like other kernels this one ends with the process that started it: an orphan would run on unseen.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, "SIGKILL");
}, 2000).unref();

// As in main.ts: each thread keeps its own.
parentPort.on("message", function flushOnce(message: ToProtocol) {
  if (message.type !== "done") return;
  parentPort?.off("message", flushOnce);
  setTimeout(flushCompileCache, 100);
});
