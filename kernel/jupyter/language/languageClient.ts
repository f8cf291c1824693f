import { Worker } from "node:worker_threads";
import type { CellDiagnostic } from "../../check/cellDiagnostics.ts";
import { logLine } from "../shared/logLine.ts";
import type { Content } from "../shared/message.ts";
import type { Question } from "./languageThread.ts";

export interface LanguageClient {
  /** Begins to warm up. A question of a reader's does so too. */
  start(): void;
  ask(question: "complete" | "inspect", content: Content): Promise<Content | undefined>;
  /** What is wrong with a cell that comes after those noted so far; undefined if the checker cannot say. */
  diagnose(source: string): Promise<CellDiagnostic[] | undefined>;
  /** Notes a cell that ran. */
  add(source: string): void;
  /** Notes a cell that failed. */
  addFailed(source: string): void;
  /** True once questions are answered in the time that they take, and not only after the checker is loaded. */
  readonly isWarm: boolean;
}

/**
 * The type checker, in a thread of its own. It starts when it is told to or asked: loading TypeScript takes a
 * processor that the first cell needs more. Until then cells wait in line, so that each is looked at as if the checker
 * had been there. Should it die, the error is logged once, and every question is answered with undefined.
 */
export function languageClient(directory: string): LanguageClient {
  const waiting = new Map<number, (answer: unknown) => void>();
  /** What is to be said once the thread is started. */
  const line: Question[] = [];
  let worker: Worker | undefined;
  let count = 0;
  let state: "warming" | "ready" | "dead" = "warming";

  const start = (): void => {
    if (worker) return;
    const started = new Worker(new URL("./languageThread.ts", import.meta.url), {
      workerData: { directory },
      // Small: a program lives for a cell or longer, so a larger space for the short-lived only takes memory.
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    });
    worker = started;
    started.unref();
    started.on("message", ({ ready, id, answer, error }) => {
      if (ready) state = "ready";
      if (error) logLine(`The type checker could not answer: ${error}`);
      waiting.get(id)?.(answer);
      waiting.delete(id);
    });
    const die = (why: string): void => {
      if (state === "dead") return;
      state = "dead";
      logLine(`The type checker stopped; cells go on without types: ${why}`);
      for (const settle of waiting.values()) settle(undefined);
      waiting.clear();
    };
    started.once("error", (error) => die(error.message));
    started.once("exit", (code) => die(`it ended with code ${code}`));
    for (const message of line.splice(0)) started.postMessage(message);
  };

  const post = (message: Question): void => {
    if (worker) worker.postMessage(message);
    else line.push(message);
  };
  const asked = <T>(
    question: Exclude<Question["question"], "add" | "addFailed">,
    content: Content,
  ): Promise<T | undefined> => {
    if (state === "dead") return Promise.resolve(undefined);
    count += 1;
    const id = count;
    post({ id, question, content } as Question);
    return new Promise((resolve) => waiting.set(id, resolve as (answer: unknown) => void));
  };
  return {
    start,
    ask(question, content) {
      start();
      return asked<Content>(question, content);
    },
    diagnose: (code) => asked<CellDiagnostic[]>("diagnose", { code }),
    add(code) {
      if (state !== "dead") post({ question: "add", content: { code } });
    },
    addFailed(code) {
      if (state !== "dead") post({ question: "addFailed", content: { code } });
    },
    get isWarm() {
      return state === "ready";
    },
  };
}
