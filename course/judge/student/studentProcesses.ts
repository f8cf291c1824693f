import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import type { LaunchRequest, Level } from "../../sandbox/sandbox.ts";
import type { LinePipe } from "../values/channel.ts";
import type { FromKeeper, ProcessEnd, ToKeeper } from "./keeperMessages.ts";

/** Why a student's process gives no answer. */
export class StudentGone extends Error {
  readonly end: ProcessEnd | "timeout";

  constructor(end: ProcessEnd | "timeout") {
    super(
      end === "timeout"
        ? "the answer takes too long"
        : `the process that ran the answer is gone (${end.why})`,
    );
    this.name = "StudentGone";
    this.end = end;
  }
}

/** A student's process, as a judge sees it: it waits for lines by standing still, until a moment that it sets. */
export interface StudentProcess extends LinePipe, Disposable {
  /** Until when to wait, by `performance.now()`. */
  deadline: number;
  /** Why it gives no more answers; undefined while it may. */
  readonly gone: StudentGone | undefined;
  /** It gives no more answers from now on: what it says makes no sense, or it has had its time. */
  abandon(why: ProcessEnd | "timeout"): void;
  /** Ends it and waits for its end. */
  end(): void;
}

/** What a process has said and nobody has read. */
interface Said {
  readonly lines: string[];
  end: ProcessEnd | undefined;
}

/** Starts students' processes in the best sandbox of this machine, one after the other. */
export class StudentProcesses implements Disposable {
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #bell = new Int32Array(new SharedArrayBuffer(4));
  readonly #level: Level;
  #number = 0;
  /** Of each process that has not been ended: several may live at the same time, and what one says waits for it. */
  readonly #said = new Map<number, Said>();

  /**
   * @param least the lowest level of sandbox that will do
   * @throws {Error} with what to install, if this machine has none
   */
  constructor(least: Level, trust = false) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#worker = new Worker(new URL("./keeper.ts", import.meta.url), {
      workerData: { port: port2, bell: this.#bell, least, trust },
      transferList: [port2],
    });
    this.#worker.unref();
    port1.unref();
    const message = this.#next(Number.POSITIVE_INFINITY);
    if (message?.say !== "ready") {
      this[Symbol.dispose]();
      throw new Error(message?.say === "refused" ? message.words : "Cannot start a sandbox");
    }
    this.#level = message.level;
  }

  /** Level of the sandbox. */
  get level(): Level {
    return this.#level;
  }

  start(request: LaunchRequest): StudentProcess {
    this.#number += 1;
    const number = this.#number;
    this.#post({ do: "start", number, request });
    const said: Said = { lines: [], end: undefined };
    this.#said.set(number, said);
    let gone: StudentGone | undefined;
    const hear = (deadline: number): boolean => this.#hear(deadline);
    const forget = (): void => void this.#said.delete(number);
    const post = (message: ToKeeper): void => this.#post(message);
    return {
      deadline: Number.POSITIVE_INFINITY,
      get gone(): StudentGone | undefined {
        return gone;
      },
      write: (line) => post({ do: "write", number, line }),
      read() {
        for (;;) {
          if (gone) throw gone;
          const line = said.lines.shift();
          if (line !== undefined) return line;
          if (said.end) gone = new StudentGone(said.end);
          else if (performance.now() > this.deadline || !hear(this.deadline)) this.abandon("timeout");
        }
      },
      abandon(why) {
        gone ??= new StudentGone(why);
        post({ do: "kill", number });
      },
      end() {
        post({ do: "kill", number });
        while (!said.end) hear(Number.POSITIVE_INFINITY);
        forget();
      },
      [Symbol.dispose]() {
        this.end();
      },
    };
  }

  [Symbol.dispose](): void {
    void this.#worker.terminate();
  }

  /** Hears one message, whoever's it is. @returns whether there was one in time */
  #hear(deadline: number): boolean {
    const message = this.#next(deadline);
    if (!message) return false;
    const said = "number" in message ? this.#said.get(message.number) : undefined;
    if (!said) return true; // of one that was ended
    if (message.say === "line") said.lines.push(message.line);
    else if (message.say === "ended") said.end = message.end;
    return true;
  }

  #post(message: ToKeeper): void {
    this.#port.postMessage(message);
  }

  #next(deadline: number): FromKeeper | undefined {
    for (;;) {
      const rung = Atomics.load(this.#bell, 0);
      const found = receiveMessageOnPort(this.#port) as { readonly message: FromKeeper } | undefined;
      if (found) return found.message;
      const left = deadline - performance.now();
      if (left <= 0) return undefined;
      Atomics.wait(this.#bell, 0, rung, Math.min(left, 1000));
    }
  }
}
