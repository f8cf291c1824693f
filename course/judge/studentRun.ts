import { basename } from "node:path";
import type { LaunchRequest } from "../sandbox/sandbox.ts";
import { defaultLimits } from "../sandbox/sandboxLimits.ts";
import type { JudgeOptions } from "./cellJudge.ts";
import { compileAnswers } from "./compileAnswers.ts";
import type { RanCell } from "./host/asks.ts";
import type { StudentHostProgram } from "./host/buildStudentHost.ts";
import type { ProcessEnd } from "./student/keeperMessages.ts";
import { StudentGone, type StudentProcess } from "./student/studentProcesses.ts";
import { Channel } from "./values/channel.ts";
import type { SeededStreams } from "./values/seededStreams.ts";

/** A student's process is started so many times for one cell: a test that brings it down does not take the others along. */
const usualStarts = 4;

/** A start that the sandbox does not manage is tried so many times. */
const mostAttempts = 3;

type Code = readonly { readonly id: string; readonly source: string }[];

/** A student's cells in a process of their own, which is started anew when it is gone. */
export class StudentRun implements Disposable {
  /** Of the tests' side. */
  readonly streams: SeededStreams;
  readonly #program: StudentHostProgram;
  readonly #options: JudgeOptions;
  readonly #cells: Code;
  readonly #mostStarts: number;
  #ran: readonly RanCell[] = [];
  /** Of the cells that tests are about now. */
  #ids: ReadonlySet<string>;
  /** Whether these tests have their values. */
  #isRead = false;
  #process: StudentProcess | undefined;
  #channel: Channel | undefined;
  readonly #channels: Channel[] = [];
  #starts = 0;
  /** Whether it ended before a line of the answer had run. */
  #isInfraError = false;
  /** By when all must be done, by `performance.now()`. */
  #deadline: number;

  /**
   * @param program in which the ground has run
   * @param mostStarts how often a process may be started
   */
  constructor(
    program: StudentHostProgram,
    options: JudgeOptions,
    streams: SeededStreams,
    cells: Code,
    mostStarts: number = usualStarts,
  ) {
    this.#program = program;
    this.#options = options;
    this.streams = streams;
    this.#cells = cells;
    this.#mostStarts = mostStarts;
    this.#ids = new Set(cells.map(({ id }) => id));
    this.#deadline = this.#newDeadline();
  }

  /** From now on tests are about these of the cells, and have a time of their own. */
  turnTo(ids: readonly string[]): void {
    this.#ids = new Set(ids);
    this.#isRead = false;
    this.#deadline = this.#newDeadline();
  }

  /** What the cells have printed. */
  get printed(): string {
    const own = this.#ran.filter(({ id }) => this.#ids.has(id)).map(({ printed }) => printed);
    return own.join("").slice(0, this.#options.limits.outputCharacters);
  }

  #newDeadline(): number {
    return performance.now() + this.#options.limits.cellSeconds * 1000;
  }

  /** Whether no process could be had: that is never the answer's fault. */
  get isInfraError(): boolean {
    return this.#isInfraError;
  }

  /** Ends a process that cannot be talked to: the next test gets another. */
  abandon(why: ProcessEnd | "timeout"): void {
    this.#process?.abandon(why);
  }

  /** Why it gives no answer now. */
  get gone(): StudentGone | undefined {
    return this.#process?.gone;
  }

  /** Whether an error is one that an answer threw. */
  threw(name: string, message: string): boolean {
    const thrown = this.#channel?.thrown;
    if (!(thrown instanceof Error)) return thrown !== undefined;
    return thrown.name === name && thrown.message === message;
  }

  /** From now on a wait may last so long, and what is thrown is of a new test. */
  beginTest(seconds: number): void {
    this.#allow(seconds);
    if (this.#channel) this.#channel.thrown = undefined;
  }

  #allow(seconds: number): void {
    if (this.#process) this.#process.deadline = Math.min(this.#deadline, performance.now() + seconds * 1000);
  }

  /**
   * The values of names, once for each process and each turn.
   *
   * @returns also how the cells ended
   * @throws {StudentGone} if it is gone before
   */
  values(
    names: readonly string[],
  ): { readonly values: Record<string, unknown>; readonly ran: readonly RanCell[] } | undefined {
    const isThere = this.#process !== undefined && !this.#process.gone;
    if (isThere && this.#isRead) return undefined;
    if (!isThere) {
      const isLate = performance.now() > this.#deadline;
      if (!this.#process && isLate) throw new StudentGone("timeout");
      if (this.#starts === this.#mostStarts || isLate) return undefined;
      this.#open();
    }
    try {
      if (!isThere) this.#run();
      const values = requireObject(this.#channel?.ask({ do: "read", names }));
      this.#isRead = true;
      return { values, ran: this.#ran.filter(({ id }) => this.#ids.has(id)) };
    } catch (error) {
      this.abandon({ why: "crash", words: "what came back is no answer" });
      throw error;
    }
  }

  /** Starts a process and waits until it is there. */
  #open(): void {
    this.#process?.end();
    this.#starts += 1;
    this.#isInfraError = false;
    for (let attempt = 1; ; attempt += 1) {
      this.#process = this.#start();
      this.#allow(this.#options.limits.cellSeconds);
      try {
        this.#process.read(); // says that it is there
        break;
      } catch {
        // No line of the answer has run, so another start is as good as the first.
        if (attempt < mostAttempts && this.#process.gone?.end !== "timeout") continue;
        this.#isInfraError = true;
        throw this.#process.gone;
      }
    }
    this.#channel = new Channel(this.#process, this.streams, () => {
      throw new Error("Cannot ask the judge");
    });
    this.#channels.push(this.#channel);
  }

  #run(): void {
    const mostPrinted = this.#options.limits.outputCharacters;
    const ran: RanCell[] = [];
    let names = requireStrings(this.#channel?.ask({ do: "names" }));
    // A cell that fails declares nothing: those below it find other names than they were compiled for.
    while (ran.length < this.#cells.length) {
      const cells = compileAnswers(this.#cells.slice(ran.length), names);
      const said = requireObject(this.#channel?.ask({ do: "run", cells, mostPrinted }));
      const more = (said.ran as unknown[]).map(requireRanCell);
      if (more.length === 0 || more.length > cells.length)
        throw new TypeError("cells that were sent must run");
      ran.push(...more);
      names = requireStrings(said.names);
    }
    this.#ran = ran;
  }

  /** Puts back what it has changed here. */
  undo(): void {
    for (const channel of [...this.#channels].reverse()) channel.undoChanges();
  }

  /** Ends it, and puts back what it has changed here. */
  [Symbol.dispose](): void {
    this.undo();
    this.#channels.length = 0;
    this.#process?.end();
    this.#process = undefined;
  }

  #start(): StudentProcess {
    const { limits, processes, slot, node } = this.#options;
    const program = this.#program;
    const request: LaunchRequest = {
      program: [node, ...program.args.map((arg) => (program.files.includes(arg) ? inside(arg) : arg))],
      readable: program.files.map((from) => ({ from, at: inside(from) })),
      env: {},
      limits: {
        ...defaultLimits,
        cpuSeconds: Math.ceil(limits.cellSeconds),
        heapMegabytes: limits.memoryMegabytes,
        dataBytes: (limits.memoryMegabytes + 768) * 2 ** 20,
      },
      slot,
    };
    return processes.start(request);
  }
}

function requireObject(value: unknown): Record<string, unknown> {
  if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  throw new TypeError("the values of names must be an object");
}

/** What a process says of its cells may be anything. */
function requireRanCell(value: unknown): RanCell {
  const { id, printed, failure } = value as { readonly [key in keyof RanCell]: unknown };
  const ran = { id: requireString(id), printed: requireString(printed) };
  if (failure === undefined) return ran;
  const { name, message, excerpt } = failure as Record<string, unknown>;
  const told = {
    name: requireString(name),
    message: requireString(message),
    excerpt: requireString(excerpt),
  };
  return { ...ran, failure: told };
}

function requireStrings(texts: unknown): readonly string[] {
  if (Array.isArray(texts)) return texts.map(requireString);
  throw new TypeError("names must be a list of strings");
}

function requireString(text: unknown): string {
  if (typeof text === "string") return text;
  throw new TypeError("how a cell ended must be told in strings");
}

/** The path of a file in the sandbox. */
const inside = (path: string): string => `/answer/${basename(path)}`;
