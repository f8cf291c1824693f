import type { Notebook } from "../../kernel/notebook/notebook.ts";
import { CellJudge, type JudgeOptions } from "./cellJudge.ts";
import { JudgeGround } from "./judgeGround.ts";
import type { PreparedNotebook } from "./prepareNotebook.ts";
import type { StudentRun } from "./studentRun.ts";

/** Judges answers to a notebook's cells. What they stand on runs once, where they share it; else once for each cell. */
export class NotebookJudge {
  readonly #prepared: PreparedNotebook;
  readonly #options: JudgeOptions;
  readonly #judges = new Map<string, CellJudge>();

  constructor(prepared: PreparedNotebook, options: JudgeOptions) {
    this.#prepared = prepared;
    this.#options = options;
  }

  isOpen(gradeId: string): boolean {
    return this.#judges.has(gradeId);
  }

  /**
   * A process in which all answers of a submission run, for `CellJudge.judge`: what takes longest is to start one.
   *
   * @param gradeIds cells to be judged, all of them open
   * @returns undefined where each cell needs a process of its own
   */
  beside(submission: Notebook, gradeIds: readonly string[]): StudentRun | undefined {
    const judges = gradeIds.map((gradeId) => this.#judges.get(gradeId));
    const [first] = judges;
    if (!this.#prepared.shared || !first) return undefined;
    const attempts = judges.map((judge) => judge?.attemptIn(submission) ?? []);
    if (attempts.filter((cells) => cells.length > 0).length < 2) return undefined;
    const ids = new Set(attempts.flat().map(({ id }) => id));
    const cells = submission.cells.filter(({ id }) => ids.has(id));
    return first.startBeside(cells);
  }

  /** @throws {Error} if there is no such cell, or what it stands on fails */
  async cell(gradeId: string): Promise<CellJudge> {
    const known = this.#judges.get(gradeId);
    if (known) return known;
    const { cells, shared } = this.#prepared;
    const own = cells.find(({ cell }) => cell.gradeId === gradeId);
    if (!own) throw new Error(`no cell ${gradeId} was prepared`);
    const ground = await JudgeGround.open(shared ?? own.ground);
    // All that share it begin before any test has run.
    for (const prepared of shared ? cells : [own])
      this.#judges.set(prepared.cell.gradeId, new CellJudge(prepared, this.#options, ground));
    return this.#judges.get(gradeId) as CellJudge;
  }
}
