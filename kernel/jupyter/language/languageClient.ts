import { Worker } from "node:worker_threads";
import type { CellDiagnostic } from "../../check/cellDiagnostics.ts";
import { logLine } from "../shared/logLine.ts";
import type { Content } from "../shared/message.ts";
import type { Question } from "./languageThread.ts";

export interface LanguageClient {
  /** Begins to warm up. A question of a reader's does so too. */
  start(): void;
  ask(question: "complete" | "inspect", content: Content): Promise<Content | undefined>;
  /**
   * What is wrong with a cell that comes after those noted so far; undefined if the checker cannot say.
   *
   * @param isAwaited whether somebody waits for it; otherwise it is looked at once cells leave the time
   */
  diagnose(source: string, isAwaited: boolean): Promise<CellDiagnostic[] | undefined>;
  /** Notes a cell that ran. */
  add(source: string): void;
  /** Notes a cell that failed. */
  addFailed(source: string): void;
  /** True once questions are answered in a time that one can wait, and not only after the checker is first loaded. */
  readonly isWarm: boolean;
}

/** A cell's end, as the checker is told of it. */
type Note = Extract<Question, { question: "add" | "addFailed" }>;

export interface LanguageTimes {
  /** After so long without another cell the checker turns to what nobody waits for. */
  readonly quietMs?: number;
  /** How long that may be put off by cells that come one after the other. */
  readonly mostMs?: number;
  /** After so long without a cell or a question the checker ends, and its memory is free. */
  readonly restMs?: number;
  /** Told of it. */
  readonly onRest?: () => void;
}

/**
 * The type checker, in a thread of its own. It starts when it is told to or asked: loading TypeScript takes a
 * processor that the first cell needs more. Until then cells wait in line, so that each is looked at as if the checker
 * had been there. It ends when nobody has asked it anything for minutes, and starts again, told of all cells, for the
 * next. Should it die, the error is logged once, and every question is answered with undefined.
 */
export function languageClient(
  directory: string,
  { quietMs = 30, mostMs = 250, restMs = 300_000, onRest }: LanguageTimes = {},
): LanguageClient {
  const waiting = new Map<number, (answer: unknown) => void>();
  /** What is to be said to the thread. */
  const line: Question[] = [];
  /** The cells that a thread was told of: the next one is told them, too. */
  const past: Note[] = [];
  let worker: Worker | undefined;
  let count = 0;
  let state: "new" | "warming" | "ready" | "resting" | "dead" = "new";
  let wasReady = false;
  /** When the line began to wait. */
  let since = 0;

  const rest = setTimeout(() => {
    if (state !== "ready") return;
    if (waiting.size > 0 || line.length > 0) {
      rest.refresh();
      return;
    }
    const resting = worker;
    worker = undefined;
    state = "resting";
    void resting?.terminate().then(onRest);
  }, restMs).unref();

  const flush = (): void => {
    if (!worker || line.length === 0) return;
    rest.refresh();
    for (const message of line.splice(0)) {
      worker.postMessage(message);
      if (message.id === undefined) past.push(message);
    }
  };
  const quiet = setTimeout(flush, quietMs).unref();

  const die = (why: string): void => {
    if (state === "dead") return;
    state = "dead";
    logLine(`The type checker stopped; cells go on without types: ${why}`);
    for (const settle of waiting.values()) settle(undefined);
    waiting.clear();
    line.length = 0;
    past.length = 0;
  };

  const start = (): void => {
    if (worker || state === "dead") return;
    const started = new Worker(new URL("./languageThread.ts", import.meta.url), {
      workerData: { directory },
      // Small: a program lives for a cell or longer, so a larger space for the short-lived only takes memory.
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    });
    worker = started;
    state = "warming";
    started.unref();
    started.on("message", ({ ready, id, answer, error }) => {
      if (ready) {
        state = "ready";
        wasReady = true;
      }
      rest.refresh();
      if (error) logLine(`The type checker could not answer: ${error}`);
      waiting.get(id)?.(answer);
      waiting.delete(id);
    });
    const dieToo = (why: string): void => {
      if (worker === started) die(why);
    };
    started.once("error", (error) => dieToo(error.message));
    started.once("exit", (code) => dieToo(`it ended with code ${code}`));
    for (const note of past) started.postMessage(note);
    flush();
  };

  const post = (message: Question, isAwaited: boolean): void => {
    if (state === "dead") return;
    if (line.length === 0) since = performance.now();
    line.push(message);
    if (state === "resting" && message.id !== undefined) start();
    else if (isAwaited || performance.now() - since > mostMs) flush();
    else quiet.refresh();
  };
  const asked = <T>(
    question: Exclude<Question["question"], "add" | "addFailed">,
    content: Content,
    isAwaited: boolean,
  ): Promise<T | undefined> => {
    if (state === "dead") return Promise.resolve(undefined);
    count += 1;
    const id = count;
    return new Promise((resolve) => {
      waiting.set(id, resolve as (answer: unknown) => void);
      post({ id, question, content } as Question, isAwaited);
    });
  };
  return {
    start,
    ask(question, content) {
      start();
      return asked<Content>(question, content, true);
    },
    diagnose: (code, isAwaited) => asked<CellDiagnostic[]>("diagnose", { code }, isAwaited),
    add: (code) => post({ question: "add", content: { code } }, false),
    addFailed: (code) => post({ question: "addFailed", content: { code } }, false),
    get isWarm() {
      return state !== "dead" && wasReady;
    },
  };
}
