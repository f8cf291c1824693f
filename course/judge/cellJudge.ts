import { cellUses } from "../../kernel/compile/cellUses.ts";
import { slice } from "../../kernel/compile/slice.ts";
import type { Notebook } from "../../kernel/notebook/notebook.ts";
import type { CellResult, TestResult } from "../gradebook/cellResult.ts";
import type { GradingLimits } from "../settings/courseFile.ts";
import { groundState } from "./host/groundState.ts";
import type { JudgeGround } from "./judgeGround.ts";
import { judgeTests } from "./judgeTests.ts";
import { markOf } from "./markOf.ts";
import type { PreparedCell } from "./prepareCell.ts";
import type { StudentProcesses } from "./student/studentProcesses.ts";
import { StudentRun } from "./studentRun.ts";
import type { PortableStream } from "./values/portable.ts";

/** What a judge has said of a cell; the rest of a result is its caller's. */
export type Judgement = Pick<CellResult, "status" | "score" | "points" | "tests" | "output" | "ms">;

export interface JudgeOptions {
  readonly limits: GradingLimits;
  readonly credit: "all" | "per-test";
  /** What starts students' processes. */
  readonly processes: StudentProcesses;
  /** Which of the judges that run at the same time this one is, from 0. */
  readonly slot: number;
  /** Path of Node. */
  readonly node: string;
}

/** Judges the answers to one cell, one submission after the other. */
export class CellJudge {
  readonly #prepared: PreparedCell;
  readonly #options: JudgeOptions;
  readonly #groundNames: readonly string[];
  /** Of the ground, before any test has run. */
  readonly #state: string;
  readonly #ground: JudgeGround;
  /** Where the ground's seeded streams stand at first, by their names: each submission finds them there. */
  readonly #streams: readonly (readonly [name: string, start: PortableStream])[];

  /** @param ground in which no test has run yet: the cell's own, or one that it shares */
  constructor(prepared: PreparedCell, options: JudgeOptions, ground: JudgeGround) {
    this.#prepared = prepared;
    this.#options = options;
    this.#ground = ground;
    this.#groundNames = prepared.ground.cells.flatMap(({ source }) => [...cellUses(source).declares]);
    this.#state = this.#stateNow();
    this.#streams = this.#groundNames.flatMap((name) => {
      const start = this.#packed(name);
      return start ? [[name, start] as const] : [];
    });
  }

  /**
   * @param submission mended: what was handed out, with the answers in it
   * @param beside a process in which all answers of the submission run: what does not pass there is judged in one of its
   * own, so that no other answer can be to blame
   * @returns `infra-error` for whatever is not the answer's fault
   */
  async judge(submission: Notebook, beside?: StudentRun): Promise<Judgement> {
    const began = performance.now();
    const { cell, program } = this.#prepared;
    const ended = (tests: readonly TestResult[], output: string, isAttempted = true): Judgement => ({
      ...markOf(tests, cell.points, this.#options.credit, isAttempted),
      points: cell.points,
      tests,
      output,
      ms: performance.now() - began,
    });
    const cells = this.attemptIn(submission);
    if (!cells) return ended([], "", false);
    await this.#renew();
    if (beside && beside.streams === this.#ground.open.streams) {
      beside.turnTo(cells.map(({ id }) => id));
      const tests = await this.#test(submission, beside);
      if (tests.every(({ status }) => status === "pass")) return ended(tests, beside.printed);
      beside.undo();
      await this.#renew();
    }
    using run = new StudentRun(program, this.#options, this.#ground.open.streams, cells);
    const tests = await this.#test(submission, run);
    return ended(tests, run.printed);
  }

  /** A process for the answers to several cells that share a ground: it is started once. */
  startBeside(cells: readonly { readonly id: string; readonly source: string }[]): StudentRun {
    const { streams } = this.#ground.open;
    return new StudentRun(this.#prepared.program, this.#options, streams, cells, 1);
  }

  /** The cells that run where the answers run; undefined if nobody has touched what was handed out. */
  attemptIn(submission: Notebook): readonly { readonly id: string; readonly source: string }[] | undefined {
    const { cell, release } = this.#prepared;
    const cells = this.#cellsOf(submission);
    const isUntouched = cell.answers.every(
      (id) => sourceIn(submission, id).trim() === sourceIn(release, id).trim(),
    );
    // The answer may stand in a cell of the student's own, below a starter that nobody touched.
    const isElsewhere = cells.some(({ id }) => !release.cells.some((given) => given.id === id));
    return isUntouched && !isElsewhere ? undefined : cells;
  }

  async #test(submission: Notebook, run: StudentRun): Promise<TestResult[]> {
    const { cell, names, varied } = this.#prepared;
    const { open } = this.#ground;
    for (const id of varied) {
      const { failure } = await open.run({ id, source: sourceIn(submission, id) });
      if (failure) throw new Error(`Cannot judge: cell ${id} fails, ${failure.name}: ${failure.message}`);
    }
    return judgeTests(cell.tests, open, names, run, this.#options.limits);
  }

  /**
   * A test may have changed what it stands on, as one does that draws from a stream: each answer is judged on the ground as
   * it was.
   */
  async #renew(): Promise<void> {
    const { session, streams } = this.#ground.open;
    for (const [name, start] of this.#streams)
      if (this.#packed(name)) streams.move(session.get(name) as object, start);
    if (this.#stateNow() !== this.#state) await this.#ground.renew();
  }

  /** The seeded stream of a name, if it has one. */
  #packed(name: string): PortableStream | undefined {
    const { session, streams } = this.#ground.open;
    const value = session.has(name) ? session.get(name) : undefined;
    return typeof value === "object" && value ? streams.pack(value) : undefined;
  }

  #stateNow(): string {
    const { session } = this.#ground.open;
    return groundState(this.#groundNames.map((name) => (session.has(name) ? session.get(name) : undefined)));
  }

  /** The cells that run where the answers run: those that answers reach, and what the student put beside them. */
  #cellsOf(submission: Notebook): { readonly id: string; readonly source: string }[] {
    const { cell, release, reached, names, varied, hosted } = this.#prepared;
    const end = submission.cells.findIndex(({ id }) => id === cell.id);
    const code = submission.cells.slice(0, end + 1).filter(({ cell_type: type }) => type === "code");
    const own = code.filter((each) => !release.cells.some(({ id }) => id === each.id));
    let needed: ReadonlySet<string>;
    try {
      // A cell of one's own may be the answer, below a starter that nobody touched.
      const answering = own.filter(({ source }) => names.some((name) => cellUses(source).declares.has(name)));
      needed = new Set(slice(code, { wanted: [...reached, ...answering.map(({ id }) => id)] }));
    } catch {
      // One cannot be compiled, and says so as it runs.
      needed = new Set(own.map(({ id }) => id));
    }
    return code.filter(
      ({ id }) =>
        id !== cell.id &&
        (reached.includes(id) || varied.includes(id) || (needed.has(id) && !hosted.includes(id))),
    );
  }
}

const sourceIn = (notebook: Notebook, id: string): string =>
  notebook.cells.find((each) => each.id === id)?.source ?? "";
