/**
 * The protocol thread: sockets, requests, outputs. It stays live while a cell keeps the main thread busy.
 * workerData: { connectionFile, shared, text, descriptors }.
 */
import { Session as Inspector } from "node:inspector";
import { flushCompileCache } from "node:module";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import type { Descriptors } from "../node/takeDescriptors.ts";
import { readConnection } from "./connection.ts";
import { DescriptorReader } from "./descriptorReader.ts";
import { jupyterDataFolder } from "./install/kernelFolder.ts";
import { killChildren } from "./killChildren.ts";
import { languageClient } from "./languageClient.ts";
import { logLine, logTo } from "./logLine.ts";
import { Protocol } from "./protocol.ts";
import { sigintWatch } from "./sigintWatch.ts";
import { TextRing } from "./textRing.ts";
import { shared, type ToCells, type ToProtocol } from "./threads.ts";
import { openTransport } from "./transport.ts";

interface WorkerData {
  readonly connectionFile: string;
  readonly shared: SharedArrayBuffer;
  readonly text: SharedArrayBuffer;
  readonly descriptors?: Descriptors;
}

const { connectionFile, shared: memory, text: textMemory, descriptors } = workerData as WorkerData;
if (descriptors) logTo(descriptors.log);
const flags = new Int32Array(memory);
const text = new TextRing(textMemory);
const connection = readConnection(connectionFile);
/** Messages that must not be lost to a cut that is under way. */
let held: ToCells[] | undefined;
const post = (message: ToCells): void => parentPort?.postMessage(message);
const tell = (message: ToCells): void => {
  if (message.type === "execute") hasSigint?.(); // what came before the cell had nothing to stop
  if (held) held.push(message);
  else post(message);
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** How long a cell may take to stop by itself before its JavaScript is cut off. */
const patienceMs = 150;
/** How often is looked for SIGINT. */
const lookMs = 50;
/** How long V8 may take to cut. */
const mostCutMs = 2000;

/** Settled once the cells' thread has loaded what it is made of. */
const cellsReady = Promise.withResolvers<void>();

/**
 * Stops the running cell in three steps: its own loop guards and awaits; then V8 ends whatever JavaScript
 * runs; then, where that would bring Node down (a loop in library code inside a timer), the kernel restarts.
 */
async function stopCell(ticket: number): Promise<void> {
  await cellsReady.promise; // a cut in the kernel's own loading would end it
  if (protocol.runningTicket !== ticket) return;
  Atomics.store(flags, shared.interrupt, 1);
  post({ type: "cut", ticket });
  await pause(patienceMs);
  if (protocol.runningTicket !== ticket) return;
  if (Atomics.load(flags, shared.inTimer) === 1) {
    const why =
      "The cell could not be stopped: a library loops inside a timer. The kernel restarts without its state";
    await end(ticket, "DeadKernel", why);
    return;
  }
  held = [];
  const isCut = terminate(ticket);
  // A synchronous child keeps the cell waiting. It ends once the cut is asked for: the cell must not see it fail.
  killChildren();
  await isCut;
  for (const message of held.splice(0)) post(message);
  held = undefined;
}

/** Has V8 end the JavaScript that runs. */
async function terminate(ticket: number): Promise<void> {
  const inspector = new Inspector();
  inspector.connectToMainThread();
  const isDone = new Promise<void>((done) => {
    inspector.post("Runtime.terminateExecution", () => done());
  });
  // Should nothing run by now, the cut would wait for the next that does: this.
  post({ type: "cut", ticket });
  await Promise.race([isDone, pause(mostCutMs)]);
  inspector.disconnect();
  // The cut took the message loop with it, and the code that awaited never resumes: say it anew.
  post({ type: "cut", ticket });
}

const stopping = new Map<number, Promise<void>>();

/** Stops what runs; a second wish to stop the same cell is the first one's. */
async function interrupt(): Promise<void> {
  const ticket = protocol.runningTicket;
  if (ticket === undefined) return;
  const under = stopping.get(ticket) ?? stopCell(ticket).finally(() => stopping.delete(ticket));
  stopping.set(ticket, under);
  await under;
}

const hasSigint = sigintWatch();

/**
 * Acts on SIGINT, seen also while a cell is busy. Jupyter itself asks by message. Listeners of a cell's own hear it as well,
 * whatever runs: it may have come before the cell that runs by now.
 */
function onSigint(): void {
  if (protocol.runningTicket !== undefined) void protocol.interrupt();
  post({ type: "sigint" });
}

/** Says a last word for a cell, and ends the process. */
async function end(ticket: number, name: string, why: string): Promise<void> {
  await protocol.die(ticket, name, why);
  exit();
}

/** Ends the process, also when a cell keeps its thread busy and hears nothing. */
function exit(): void {
  transport.close();
  Atomics.store(flags, shared.mayExit, 1);
  Atomics.notify(flags, shared.mayExit);
  post({ type: "shutdown" });
  setTimeout(() => process.kill(process.pid, "SIGKILL"), 500);
}

/** Takes what cells have written, up to a place. */
function readText(upTo: number): void {
  for (const written of text.read(upTo)) protocol.print(written);
}

/** Whether the cells' thread has said more than was heard so far. */
const isBehind = (): boolean => Atomics.load(flags, shared.sent) !== Atomics.load(flags, shared.taken);

/** What was written to a descriptor while messages were under way that may have to come before it. */
const early: { readonly name: "stdout" | "stderr"; readonly text: string }[] = [];

function printDescriptor(name: "stdout" | "stderr", written: string): void {
  if (isBehind()) {
    early.push({ name, text: written });
    return;
  }
  readText(text.position);
  protocol.printDescriptor(name, written);
}

const readers = (["stdout", "stderr"] as const).flatMap((name) => {
  const descriptor = descriptors?.[name];
  return descriptor === undefined ? [] : [new DescriptorReader(descriptor, name, printDescriptor, logLine)];
});

/** Prints what has been written to descriptors by now. */
function drainDescriptors(ticket?: number): void {
  for (const reader of readers) reader.drain();
  for (const { name, text: written } of early.splice(0)) protocol.printDescriptor(name, written, ticket);
}

const transport = await openTransport(connection).catch((error: NodeJS.ErrnoException) => {
  // The sockets that are open would bring Node down as this thread ends, before a word is said.
  logLine(`The kernel cannot listen: ${error.code ?? ""} ${error.message}`);
  process.kill(process.pid, "SIGKILL");
  throw error;
});
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

function hear(message: ToProtocol): void {
  readText(message.after ?? text.position);
  if (message.type === "written") drainDescriptors(message.ticket);
  else if (message.type === "done" || message.type === "exit") drainDescriptors();
  if (message.type === "ready") cellsReady.resolve();
  if (message.type === "interrupt") void protocol.interrupt();
  else if (message.type === "exit") {
    const why = `${message.call} ended the kernel. It starts anew, without the names of earlier cells`;
    void end(message.ticket, "KernelExit", why);
  } else protocol.hear(message);
}

parentPort?.on("message", (message: ToProtocol) => {
  if (message.type !== "text") {
    hear(message);
    Atomics.store(flags, shared.taken, message.number ?? 0);
    Atomics.notify(flags, shared.taken);
    if (early.length > 0 && !isBehind()) drainDescriptors();
  }
  // Text is read ahead only while no message is under way that may have to come before it.
  const position = text.look();
  if (!isBehind()) readText(position);
});
transport.listen({
  onFrames: (channel, frames) => protocol.receive(channel, frames),
  onSubscription: (topic) => protocol.welcome(topic),
});

if (hasSigint)
  setInterval(() => {
    if (hasSigint()) onSigint();
  }, lookMs).unref();

// Like other kernels this one ends with the process that started it: an orphan would run on unseen.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, "SIGKILL");
}, 2000).unref();

flushCompileCache(); // as in main.ts: each thread keeps its own
