import { basename } from "node:path";
import type { LaunchRequest } from "../sandbox/sandbox.ts";
import { defaultLimits } from "../sandbox/sandboxLimits.ts";
import type { JudgeOptions } from "./cellJudge.ts";
import type { RanCell } from "./host/asks.ts";
import type { PreparedCell } from "./prepareCell.ts";
import type { ProcessEnd } from "./student/keeperMessages.ts";
import { StudentGone, type StudentProcess } from "./student/studentProcesses.ts";
import { Channel } from "./values/channel.ts";
import type { SeededStreams } from "./values/seededStreams.ts";

/** A student's process is started so many times for one cell: a test that brings it down does not take the others along. */
const mostStarts = 4;

/** A student's cells in a process of their own, which is started anew when it is gone. */
export class StudentRun implements Disposable {
  readonly #prepared: PreparedCell;
  readonly #options: JudgeOptions;
  readonly #streams: SeededStreams;
  readonly #cells: readonly { readonly id: string; readonly source: string }[];
  #printed = "";
  #process: StudentProcess | undefined;
  #channel: Channel | undefined;
  readonly #channels: Channel[] = [];
  #starts = 0;
  /** Whether it ended before a line of the answer had run. */
  #isInfraError = false;
  /** By when all must be done, by `performance.now()`. */
  readonly #deadline: number;

  constructor(
    prepared: PreparedCell,
    options: JudgeOptions,
    streams: SeededStreams,
    cells: readonly { readonly id: string; readonly source: string }[],
  ) {
    this.#prepared = prepared;
    this.#options = options;
    this.#streams = streams;
    this.#cells = cells;
    this.#deadline = performance.now() + options.limits.cellSeconds * 1000;
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
   * The values of names, from a process that is there.
   *
   * @returns also how the cells ended
   * @throws {StudentGone} if it is gone before
   */
  values(
    names: readonly string[],
  ): { readonly values: Record<string, unknown>; readonly ran: readonly RanCell[] } | undefined {
    if (this.#process && !this.#process.gone) return undefined;
    const isLate = performance.now() > this.#deadline;
    if (!this.#process && isLate) throw new StudentGone("timeout");
    if (this.#starts === mostStarts || isLate) return undefined;
    this.#process?.end();
    this.#starts += 1;
    this.#isInfraError = false;
    this.#process = this.#start();
    this.#allow(this.#options.limits.cellSeconds);
    try {
      this.#process.read(); // says that it is there
    } catch {
      this.#isInfraError = true; // no line of the answer has run
      throw this.#process.gone;
    }
    this.#channel = new Channel(this.#process, this.#streams, () => {
      throw new Error("Cannot ask the judge");
    });
    this.#channels.push(this.#channel);
    try {
      const mostPrinted = this.#options.limits.outputCharacters;
      const said = requireObject(this.#channel.ask({ do: "run", cells: this.#cells, mostPrinted }));
      this.#printed = String(said.printed).slice(0, mostPrinted);
      const values = this.#channel.ask({ do: "read", names });
      return { values: requireObject(values), ran: (said.ran as unknown[]).map(requireRanCell) };
    } catch (error) {
      this.abandon({ why: "crash", words: "what came back is no answer" });
      throw error;
    }
  }

  /** Ends it, and puts back what it has changed here. @returns what the cells had printed */
  end(): string {
    for (const { carrier } of this.#channels.splice(0).reverse()) carrier.undoChanges();
    this.#process?.end();
    this.#process = undefined;
    return this.#printed;
  }

  [Symbol.dispose](): void {
    this.end();
  }

  #start(): StudentProcess {
    const { limits, processes, slot, node } = this.#options;
    const { program } = this.#prepared;
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
  const { id, failure } = value as { readonly [key in keyof RanCell]: unknown };
  if (failure === undefined) return { id: requireString(id) };
  const { name, message, excerpt } = failure as Record<string, unknown>;
  const told = {
    name: requireString(name),
    message: requireString(message),
    excerpt: requireString(excerpt),
  };
  return { id: requireString(id), failure: told };
}

function requireString(text: unknown): string {
  if (typeof text === "string") return text;
  throw new TypeError("how a cell ended must be told in strings");
}

/** The path of a file in the sandbox. */
const inside = (path: string): string => `/answer/${basename(path)}`;
