import { basename } from "node:path";
import type { LaunchRequest } from "../sandbox/sandbox.ts";
import { defaultLimits } from "../sandbox/sandboxLimits.ts";
import type { JudgeOptions, PreparedCell } from "./cellJudge.ts";
import type { Ran, RanCell } from "./host/asks.ts";
import type { StudentGone, StudentProcess } from "./student/studentProcesses.ts";
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

  /** Why it gives no answer now. */
  get gone(): StudentGone | undefined {
    return this.#process?.gone;
  }

  /** Whether an error is one that an answer threw. */
  threw(name: string, message: string): boolean {
    const error = this.#channel?.thrown as
      | { readonly name?: unknown; readonly message?: unknown }
      | undefined;
    return error !== undefined && String(error?.name) === name && String(error?.message) === message;
  }

  /** From now on a wait may last so long. */
  allow(seconds: number): void {
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
    this.#process?.end();
    if (this.#starts === mostStarts || performance.now() > this.#deadline) return undefined;
    this.#starts += 1;
    this.#process = this.#start();
    this.allow(this.#options.limits.cellSeconds);
    try {
      this.#process.read(); // says that it is there
    } catch {
      this.#isInfraError = true; // no line of the answer has run
      throw this.#process.gone;
    }
    this.#channel = new Channel(this.#process, this.#streams, () => {
      throw new Error("Cannot ask the judge");
    });
    const mostPrinted = this.#options.limits.outputCharacters;
    const { ran, printed } = this.#channel.ask({ do: "run", cells: this.#cells, mostPrinted }) as Ran;
    this.#printed = String(printed).slice(0, mostPrinted);
    const values = this.#channel.ask({ do: "read", names }) as Record<string, unknown>;
    return { values, ran };
  }

  /** Ends it. @returns what the cells had printed */
  end(): string {
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

/** The path of a file in the sandbox. */
const inside = (path: string): string => `/answer/${basename(path)}`;
