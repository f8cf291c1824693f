import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CodeCell, Output } from "../notebook/notebook.ts";
import type { FailedOutcome } from "../session/cellRuns.ts";
import type { OutputLimits } from "../session/outputCap.ts";
import { OutputCollector } from "../session/outputCollector.ts";
import type { CellOutcome } from "../session/session.ts";
import { type Launch, launchNode } from "./launch.ts";
import type { Order, Report } from "./runEvents.ts";

const child = fileURLToPath(new URL("./child.ts", import.meta.url));

/** Where and how the process runs. */
export interface RunnerOptions {
  /** Absolute path of the notebook: imports resolve from its folder. */
  readonly path: string;
  /** What starts the process: by default one as open as this. It may put a fence around it. */
  readonly launch?: Launch;
  /** The environment of the cells. Default: that of this process. */
  readonly env?: NodeJS.ProcessEnv;
  /** How much a cell may print and show. Default: 128 million characters, a million writes, 10 000 displays. */
  readonly limits?: Partial<OutputLimits>;
}

/** The parent's side of the process that runs the cells. It starts with the first cell: some notebooks have none. */
export class CellRunner {
  readonly outputs: OutputCollector = new OutputCollector();
  /** Failures of what cells had started and left behind. */
  readonly lateFailures: { readonly id: string; readonly outcome: FailedOutcome }[] = [];
  /** Whether the process is gone: killed for its time, crashed, or ended by a cell. */
  isDead = false;
  readonly #options: RunnerOptions;
  #process: ChildProcess | undefined;
  #ready: Promise<unknown> | undefined;
  #stderr = "";
  #settle: ((outcome: CellOutcome) => void) | undefined;
  #running: CodeCell | undefined;

  constructor(options: RunnerOptions) {
    this.#options = options;
  }

  #start(): ChildProcess {
    const { path, launch = launchNode, env: given = process.env, limits = {} } = this.#options;
    const { FORCE_COLOR: _, ...env } = given;
    const started = launch(child, [path, JSON.stringify(limits)], {
      cwd: dirname(path),
      // Compiled modules are kept between runs, which halves the start.
      env: { NODE_COMPILE_CACHE: join(tmpdir(), "generation-loss-compile-cache"), ...env },
    });
    started.stdout?.resume();
    started.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-2000);
    });
    this.#ready = new Promise((resolve) => started.once("message", resolve));
    started.on("message", (report: Report) => this.#receive(report));
    started.once("error", (error) => this.#die(`could not be started: ${error.message}`));
    started.once("close", (code, signal) =>
      this.#die(signal ? `was ended by ${signal}` : `ended with code ${code}`),
    );
    return started;
  }

  async run(cell: CodeCell, timeoutMs: number): Promise<CellOutcome> {
    this.#process ??= this.#start();
    this.outputs.start(cell.id);
    this.#running = cell;
    const outcome = new Promise<CellOutcome>((resolve) => {
      this.#settle = resolve;
    });
    if (this.isDead) this.#die("is gone");
    await Promise.race([this.#ready, outcome]);
    this.#order({ type: "run", id: cell.id, source: cell.source });
    const timer = setTimeout(() => {
      this.isDead = true;
      this.kill();
      this.#fail("Timeout", `The cell took longer than ${timeoutMs / 1000} s and was stopped`);
    }, timeoutMs);
    try {
      return await outcome;
    } finally {
      clearTimeout(timer);
      this.#settle = undefined;
    }
  }

  /** Lets the process end by itself. */
  async end(): Promise<void> {
    if (!this.#process?.connected) return;
    const exit = once(this.#process, "exit");
    this.#order({ type: "end" });
    await exit;
  }

  kill(): void {
    this.#process?.kill("SIGKILL");
  }

  #order(order: Order): void {
    // A process that dies meanwhile is reported by its end.
    if (this.#process?.connected) this.#process.send(order, () => {});
  }

  #receive(report: Report): void {
    if (report.type === "output") this.outputs.add(report.id, report.output);
    else if (report.type === "done") this.#settle?.(report.outcome);
    else if (report.type === "late-failure" && report.outcome.status === "error")
      this.lateFailures.push({ id: report.id, outcome: report.outcome });
  }

  #die(how: string): void {
    this.isDead = true;
    const words = this.#stderr.trim();
    this.#fail("DeadKernel", `The process that ran the cell ${how}${words ? `\n${words}` : ""}`);
  }

  #fail(name: string, message: string): void {
    const cell = this.#running;
    if (!cell || !this.#settle) return;
    const output: Output = {
      output_type: "error",
      ename: name,
      evalue: message,
      traceback: [`${name}: ${message}`],
    };
    this.outputs.add(cell.id, output);
    this.#settle({
      status: "error",
      executionCount: 0,
      failure: { cellId: cell.id, name, message, excerpt: "", output },
    });
  }
}
