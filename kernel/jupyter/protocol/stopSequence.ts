import { Session as Inspector } from "node:inspector";
import { shared, type ToCells } from "../shared/threads.ts";

/** What a stop needs from the protocol thread. */
export interface StopHost {
  /** Shared with the cells' thread; see `shared`. */
  readonly flags: Int32Array;
  /** Settled once the cells' thread has loaded what it is made of: a cut in the kernel's own loading would end it. */
  readonly cellsReady: Promise<void>;
  post(message: ToCells): void;
  /** The request that a cell is running for. */
  running(): number | undefined;
  /** Ends synchronous children of a cell, which keep it waiting. */
  killChildren(): void;
  /** Has V8 end the JavaScript that runs on the cells' thread. */
  readonly terminate?: () => Promise<void>;
  /** Milliseconds of a processor that the process has had so far. */
  readonly computedMs?: () => number;
  /** Says a last word for a cell, and ends the process. */
  end(ticket: number, name: string, why: string): Promise<void>;
}

/** How long a cell may take to stop by itself before its JavaScript is cut off. */
const patienceMs = 150;
/** How long V8 may take to cut. */
const mostCutMs = 2000;
/**
 * What a timer's callback may compute, and how long it may wait, before the state is given up for lost. Computing
 * counts, since on a busy machine a cell that would stop by itself may not have had its turn yet.
 */
const mostInTimer = { computedMs: 1000, ms: 5000 };

/** How often is looked whether a timer's callback is over. */
const lookMs = 20;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Stops the running cell in three steps: its own loop guards and awaits; then V8 ends whatever JavaScript
 * runs; then, where that would bring Node down (a loop in library code inside a timer), the kernel restarts.
 */
export class StopSequence {
  readonly #host: StopHost;
  readonly #stopping = new Map<number, Promise<void>>();
  /** Messages that must not be lost to a cut that is under way. */
  #held: ToCells[] | undefined;

  constructor(host: StopHost) {
    this.#host = host;
  }

  /** Sends a message to the cells' thread, after a cut that is under way. */
  tell(message: ToCells): void {
    if (this.#held) this.#held.push(message);
    else this.#host.post(message);
  }

  /** Stops what runs; a second wish to stop the same cell is the first one's. */
  async stop(): Promise<void> {
    const ticket = this.#host.running();
    if (ticket === undefined) return;
    const under =
      this.#stopping.get(ticket) ?? this.#stopCell(ticket).finally(() => this.#stopping.delete(ticket));
    this.#stopping.set(ticket, under);
    await under;
  }

  async #stopCell(ticket: number): Promise<void> {
    const { flags, cellsReady, running, post, killChildren, end } = this.#host;
    await cellsReady;
    if (running() !== ticket) return;
    Atomics.store(flags, shared.interrupt, 1);
    post({ type: "cut", ticket });
    await pause(patienceMs);
    if (running() !== ticket) return;
    if (Atomics.load(flags, shared.inTimer) === 1 && !(await this.#leavesTimer(ticket))) {
      const why =
        "The cell could not be stopped: a library loops inside a timer. The kernel restarts without its state";
      await end(ticket, "DeadKernel", why);
      return;
    }
    if (running() !== ticket) return;
    this.#held = [];
    const isCut = this.#cut(ticket);
    // A synchronous child keeps the cell waiting. It ends once the cut is asked for: the cell must not see it fail.
    killChildren();
    await isCut;
    for (const message of this.#held.splice(0)) post(message);
    this.#held = undefined;
  }

  /** Whether a cell comes out of a timer's callback by itself, given the time for it. */
  async #leavesTimer(ticket: number): Promise<boolean> {
    const { flags, running, computedMs = processorMs } = this.#host;
    const [from, computed] = [Date.now(), computedMs()];
    while (running() === ticket && Atomics.load(flags, shared.inTimer) === 1) {
      if (Date.now() - from > mostInTimer.ms || computedMs() - computed > mostInTimer.computedMs)
        return false;
      await pause(lookMs);
    }
    return true;
  }

  /** Has V8 end the JavaScript that runs. */
  async #cut(ticket: number): Promise<void> {
    const { post, terminate = terminateMainThread } = this.#host;
    const isDone = terminate();
    // Should nothing run by now, the cut would wait for the next that does: this.
    post({ type: "cut", ticket });
    await isDone;
    // The cut took the message loop with it, and the code that awaited never resumes: say it anew.
    post({ type: "cut", ticket });
  }
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function terminateMainThread(): Promise<void> {
  const inspector = new Inspector();
  inspector.connectToMainThread();
  const isDone = new Promise<void>((done) => {
    inspector.post("Runtime.terminateExecution", () => done());
  });
  await Promise.race([isDone, pause(mostCutMs)]);
  inspector.disconnect();
}
