import type { Cell, CodeCell, Notebook } from "../notebook/notebook.ts";
import type { FailedOutcome } from "../session/cellRuns.ts";
import type { CellFailure } from "../session/describeFailure.ts";
import { CellRunner, type RunnerOptions } from "./cellRunner.ts";

export interface RunOptions extends RunnerOptions {
  /** Longest time one cell may take, in ms. Default: ten minutes. */
  readonly timeoutMs?: number;
  /** Called as a code cell starts and as it ends. */
  readonly onCell?: (event: CellEvent) => void;
  /**
   * Whether to go on after a failing cell; a function is told the failure. Default: false; a cell tagged
   * `raises-exception` may always fail.
   */
  readonly allowErrors?: boolean | ((failure: NotebookFailure) => boolean);
  /**
   * Cells that run after the notebook's own, with their names. The notebook's outputs are those from before: what these
   * cells change of a display that stands is not seen in it.
   */
  readonly afterwards?: readonly CodeCell[];
}

export interface CellEvent {
  readonly type: "start" | "end";
  readonly id: string;
  /** Place among the code cells, from 1. */
  readonly number: number;
  readonly total: number;
  /** With `end`: how long the cell took. */
  readonly ms?: number;
  /** With `end`: whether the cell failed. */
  readonly failed?: boolean;
}

export interface NotebookFailure extends Omit<CellFailure, "output" | "position"> {
  /** Index of the cell in the notebook, from 0. */
  readonly cellIndex: number;
  /** Line in the cell, from 1; undefined if no line of it is at fault. */
  readonly line?: number;
}

export interface RunReport {
  /** A copy with fresh outputs; cells after a failure keep none. */
  readonly notebook: Notebook;
  /** The cells of `afterwards` with their outputs; none after a failure. */
  readonly afterwards: readonly CodeCell[];
  readonly ms: number;
  /** The first cell that failed without leave. */
  readonly failure?: NotebookFailure;
}

/**
 * Runs a notebook's code cells top to bottom in a process of their own and collects their outputs.
 * It runs in the notebook's folder, as in Jupyter, and without colours in what it prints.
 * The given notebook and its file stay as they are. Cells tagged `skip-execution` are left out; the failure
 * of one tagged `raises-exception` is an output like any other. A cell that takes too long ends the process,
 * and with it the run: what the cells had made is gone.
 *
 * @example const { notebook, failure } = await runNotebook(await readNotebook(path), { path })
 */
export async function runNotebook(notebook: Notebook, options: RunOptions): Promise<RunReport> {
  const started = performance.now();
  const runner = new CellRunner(options);
  const own = notebook.cells.length;
  const cells: Cell[] = [...notebook.cells, ...(options.afterwards ?? [])];
  let before: readonly Cell[] = [];
  const withOutputs = (some: readonly Cell[]): Cell[] =>
    some.map((cell) =>
      cell.cell_type === "code" ? { ...cell, outputs: [...runner.outputs.of(cell.id)] } : cell,
    );
  const total = cells.filter((cell) => cell.cell_type === "code").length;
  let number = 0;
  let failure: NotebookFailure | undefined;
  let isStopped = false;
  const fail = (next: NotebookFailure): void => {
    const { allowErrors = false } = options;
    failure ??= next;
    isStopped ||= !(typeof allowErrors === "function" ? allowErrors(next) : allowErrors);
  };
  try {
    for (const [index, cell] of cells.entries()) {
      if (index === own) before = withOutputs(cells.slice(0, own));
      if (cell.cell_type !== "code") continue;
      number += 1;
      const tags = cell.metadata.tags ?? [];
      const stopped = runner.isDead || isStopped;
      const isEmpty = cell.source.trim() === "";
      if (stopped || isEmpty || tags.includes("skip-execution")) {
        cells[index] = { ...cell, outputs: [], execution_count: null };
        continue;
      }
      options.onCell?.({ type: "start", id: cell.id, number, total });
      const cellStarted = performance.now();
      const outcome = await runner.run(cell, options.timeoutMs ?? 600_000);
      const failed = outcome.status === "error";
      options.onCell?.({
        type: "end",
        id: cell.id,
        number,
        total,
        failed,
        ms: performance.now() - cellStarted,
      });
      cells[index] = { ...cell, outputs: [], execution_count: outcome.executionCount };
      if (outcome.status === "error" && (runner.isDead || !tags.includes("raises-exception")))
        fail(located(outcome, index));
    }
    await runner.end();
  } finally {
    runner.kill();
  }
  for (const { outcome, id } of runner.lateFailures) {
    const index = cells.findIndex((cell) => cell.id === id);
    if (!cells[index]?.metadata.tags?.includes("raises-exception")) failure ??= located(outcome, index);
  }
  const all = withOutputs(cells);
  return {
    notebook: { ...notebook, cells: cells.length > own ? before : all },
    afterwards: all.slice(own).filter((cell) => cell.cell_type === "code"),
    ms: performance.now() - started,
    ...(failure && { failure }),
  };
}

function located({ failure }: FailedOutcome, cellIndex: number): NotebookFailure {
  const { output: _, position, ...rest } = failure;
  return { ...rest, cellIndex, ...(position && { line: position.line }) };
}
