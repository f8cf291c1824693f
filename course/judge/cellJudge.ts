import { cellUses } from "../../kernel/compile/cellUses.ts";
import { slice } from "../../kernel/compile/slice.ts";
import type { Notebook } from "../../kernel/notebook/notebook.ts";
import type { CellResult, TestResult } from "../gradebook/cellResult.ts";
import type { JudgeTest } from "../manifest/assignmentManifest.ts";
import type { GradingLimits } from "../settings/courseFile.ts";
import { groundState } from "./host/groundState.ts";
import { type OpenSession, openSession } from "./host/openSession.ts";
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
  #session: OpenSession;
  /** Seeded streams of the ground, and where they stand at first: each submission finds them there. */
  #streams: readonly (readonly [stream: object, start: PortableStream])[];

  private constructor(prepared: PreparedCell, options: JudgeOptions, session: OpenSession) {
    this.#prepared = prepared;
    this.#options = options;
    this.#session = session;
    this.#groundNames = prepared.ground.cells.flatMap(({ source }) => [...cellUses(source).declares]);
    this.#state = this.#stateNow();
    this.#streams = this.#streamsNow();
  }

  /** Runs what the exercise stands on where the tests will be: no answer ever runs there. */
  static async open(prepared: PreparedCell, options: JudgeOptions): Promise<CellJudge> {
    return new CellJudge(prepared, options, await openSession(prepared.ground, () => {}));
  }

  /**
   * @param submission mended: what was handed out, with the answers in it
   * @param given tests in place of the cell's own
   * @returns `infra-error` for whatever is not the answer's fault
   */
  async judge(
    submission: Notebook,
    given: readonly JudgeTest[] = this.#prepared.cell.tests,
  ): Promise<Judgement> {
    const began = performance.now();
    const { cell, release, names, varied } = this.#prepared;
    const ended = (tests: readonly TestResult[], output: string, isAttempted = true): Judgement => ({
      ...markOf(tests, cell.points, this.#options.credit, isAttempted),
      points: cell.points,
      tests,
      output,
      ms: performance.now() - began,
    });
    const sourceIn = (notebook: Notebook, id: string): string =>
      notebook.cells.find((each) => each.id === id)?.source ?? "";
    const cells = this.#cellsOf(submission);
    const isUntouched = cell.answers.every(
      (id) => sourceIn(submission, id).trim() === sourceIn(release, id).trim(),
    );
    // The answer may stand in a cell of the student's own, below a starter that nobody touched.
    const isElsewhere = cells.some(({ id }) => !release.cells.some((given) => given.id === id));
    if (isUntouched && !isElsewhere) return ended([], "", false);
    await this.#renew();
    using run = new StudentRun(this.#prepared, this.#options, this.#session.streams, cells);
    for (const id of varied) {
      const { failure } = await this.#session.run({ id, source: sourceIn(submission, id) });
      if (failure) throw new Error(`Cannot judge: cell ${id} fails, ${failure.name}: ${failure.message}`);
    }
    const tests = await judgeTests(given, this.#session, names, run, this.#options.limits);
    return ended(tests, run.end());
  }

  /**
   * A test may have changed what it stands on, as one does that draws from a stream: each answer is judged on the ground as
   * it was.
   */
  async #renew(): Promise<void> {
    for (const [stream, start] of this.#streams) this.#session.streams.move(stream, start);
    if (this.#stateNow() === this.#state) return;
    this.#session = await openSession(this.#prepared.ground, () => {});
    this.#streams = this.#streamsNow();
  }

  #streamsNow(): (readonly [stream: object, start: PortableStream])[] {
    const { session, streams } = this.#session;
    return this.#groundNames.flatMap((name) => {
      const value = session.get(name);
      const start = typeof value === "object" && value ? streams.pack(value) : undefined;
      return start ? [[value as object, start] as const] : [];
    });
  }

  #stateNow(): string {
    const { session } = this.#session;
    return groundState(this.#groundNames.map((name) => (session.has(name) ? session.get(name) : undefined)));
  }

  /** The cells that run where the answers run: those that answers reach, and what the student put beside them. */
  #cellsOf(submission: Notebook): { readonly id: string; readonly source: string }[] {
    const { cell, reached, varied, hosted } = this.#prepared;
    const end = submission.cells.findIndex(({ id }) => id === cell.id);
    const code = submission.cells.slice(0, end + 1).filter(({ cell_type: type }) => type === "code");
    let needed: ReadonlySet<string>;
    try {
      needed = new Set(slice(code, { wanted: reached }));
    } catch {
      // One cannot be compiled, and says so as it runs.
      needed = new Set(
        code
          .filter((each) => !this.#prepared.release.cells.some(({ id }) => id === each.id))
          .map(({ id }) => id),
      );
    }
    return code.filter(
      ({ id }) =>
        id !== cell.id &&
        (reached.includes(id) || varied.includes(id) || (needed.has(id) && !hosted.includes(id))),
    );
  }
}
