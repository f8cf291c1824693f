import { Worker } from "node:worker_threads";
import type { CellDiagnostic } from "../check/cellLanguage.ts";
import type { Question } from "./languageThread.ts";
import { logLine } from "./logLine.ts";
import type { Content } from "./message.ts";

export interface LanguageClient {
  /** Begins to warm up. A question does so too. */
  start(): void;
  ask(question: "complete" | "inspect", content: Content): Promise<Content | undefined>;
  /** What is wrong with a cell; undefined while the checker is still warming up. */
  diagnose(source: string): Promise<CellDiagnostic[]> | undefined;
  /** Notes a cell that ran. */
  add(source: string): void;
}

/**
 * The type checker, in a thread of its own. It starts when it is told to or asked: loading TypeScript takes a
 * processor that the first cell needs more. Should it die, cells go on without types: the error is logged
 * once, and every question is answered with undefined.
 */
export function languageClient(directory: string): LanguageClient {
  const waiting = new Map<number, (answer: unknown) => void>();
  let worker: Worker | undefined;
  let count = 0;
  let state: "warming" | "ready" | "dead" = "warming";

  const start = (): Worker => {
    if (worker) return worker;
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
    started.once("error", (error) => {
      state = "dead";
      logLine(`The type checker stopped; cells go on without types: ${error.message}`);
      for (const settle of waiting.values()) settle(undefined);
      waiting.clear();
    });
    return started;
  };

  const post = <T>(question: Question["question"], content: Content): Promise<T | undefined> => {
    if (state === "dead") return Promise.resolve(undefined);
    count += 1;
    const id = count;
    start().postMessage({ id, question, content });
    return new Promise((resolve) => waiting.set(id, resolve as (answer: unknown) => void));
  };
  return {
    start: () => void start(),
    ask: (question, content) => post<Content>(question, content),
    diagnose: (code) =>
      state === "ready"
        ? post<CellDiagnostic[]>("diagnose", { code }).then((found) => found ?? [])
        : undefined,
    add: (code) => {
      if (state !== "dead") start().postMessage({ question: "add", content: { code } });
    },
  };
}
