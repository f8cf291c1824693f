import type { CodeCell, Notebook, Output } from "../kernel/notebook/notebook.ts";
import type { Cache } from "./cache.ts";

/** What the runner says of a cell that stopped the run. */
interface RunFailure {
  readonly cellId: string;
  readonly line?: number | undefined;
  readonly name: string;
  readonly message: string;
}

/**
 * Runs all cells of a notebook in order, and gives it back with their outputs. Cells to run afterwards see its names and
 * change nothing of its outputs.
 */
export type Run = (
  notebook: Notebook,
  options: { path: string; afterwards?: readonly CodeCell[] },
) => Promise<{
  notebook: Notebook;
  afterwards?: readonly CodeCell[];
  failure?: RunFailure | undefined;
}>;

/** A notebook with the outputs of this build. */
export interface Execution {
  readonly notebook: Notebook;
  /** The cells that ran after it, with their outputs; none if it failed. */
  readonly afterwards: readonly CodeCell[];
  readonly failure?: RunFailure | undefined;
  /** False when the outputs came from the cache. */
  readonly ran: boolean;
}

type CellOutputs = readonly { readonly id: string; readonly outputs: readonly Output[] }[];

interface Stored {
  readonly outputs: CellOutputs;
}

const isCode = (cell: Notebook["cells"][number]): cell is CodeCell => cell.cell_type === "code";

/** What of a cell can change its outputs. */
const codeOf = (cells: readonly CodeCell[]): unknown =>
  cells.map(({ id, source, metadata }) => [id, source, metadata.tags ?? []]);

const outputsOf = (cells: readonly CodeCell[]): CellOutputs =>
  cells.map(({ id, outputs }) => ({ id, outputs }));

/**
 * Runs a notebook, unless the same code was run on the same sources before.
 * Prose is no part of the key: a corrected sentence runs nothing. Failed runs are not kept.
 *
 * Whoever needs the state that a notebook leaves behind gives `afterwards`: one run then gives the outputs of both, and
 * those of the notebook are stored as if it had run alone. The outputs of `afterwards` are kept by its code as well.
 */
export async function execute(
  notebook: Notebook,
  options: { path: string; sources: string; cache: Cache; run: Run; afterwards?: readonly CodeCell[] },
): Promise<Execution> {
  const { path, sources, cache, run, afterwards = [] } = options;
  const code = codeOf(notebook.cells.filter(isCode));
  const key = [sources, code];
  const afterwardsKey = [sources, code, codeOf(afterwards)];

  const stored = await cache.read<Stored>("outputs", key);
  const storedAfterwards =
    afterwards.length > 0 ? await cache.read<Stored>("afterwards", afterwardsKey) : { outputs: [] };
  if (stored && storedAfterwards) {
    return {
      notebook: withOutputs(notebook, stored.outputs),
      afterwards: cellsWithOutputs(afterwards, storedAfterwards.outputs),
      ran: false,
    };
  }

  const result = await run(notebook, { path, ...(afterwards.length > 0 && { afterwards }) });
  const outputs = outputsOf(result.notebook.cells.filter(isCode));
  const later = outputsOf(result.afterwards ?? []);
  if (!result.failure) {
    if (!stored) await cache.write("outputs", key, { outputs });
    if (afterwards.length > 0) await cache.write("afterwards", afterwardsKey, { outputs: later });
  }
  return {
    notebook: withOutputs(notebook, outputs),
    afterwards: cellsWithOutputs(afterwards, later),
    failure: result.failure,
    ran: true,
  };
}

function withOutputs(notebook: Notebook, stored: CellOutputs): Notebook {
  const code = new Map(
    cellsWithOutputs(notebook.cells.filter(isCode), stored).map((cell) => [cell.id, cell]),
  );
  return { ...notebook, cells: notebook.cells.map((cell) => code.get(cell.id) ?? cell) };
}

function cellsWithOutputs(cells: readonly CodeCell[], stored: CellOutputs): CodeCell[] {
  const outputs = new Map(stored.map((cell) => [cell.id, cell.outputs]));
  return cells.map((cell) => ({ ...cell, execution_count: null, outputs: outputs.get(cell.id) ?? [] }));
}
