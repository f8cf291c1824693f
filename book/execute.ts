import type { CodeCell, Notebook, Output } from "../kernel/notebook/notebook.ts";
import type { Cache } from "./cache.ts";

/** What the runner says of a cell that stopped the run. */
interface RunFailure {
  readonly cellId: string;
  readonly line?: number | undefined;
  readonly name: string;
  readonly message: string;
}

/** Runs all cells of a notebook in order, and gives it back with their outputs. */
export type Run = (
  notebook: Notebook,
  options: { path: string },
) => Promise<{ notebook: Notebook; failure?: RunFailure | undefined }>;

/** A notebook with the outputs of this build. */
export interface Execution {
  readonly notebook: Notebook;
  readonly failure?: RunFailure | undefined;
  /** False when the outputs came from the cache. */
  readonly ran: boolean;
}

interface Stored {
  readonly outputs: readonly { readonly id: string; readonly outputs: readonly Output[] }[];
  readonly failure?: RunFailure | undefined;
}

const isCode = (cell: Notebook["cells"][number]): cell is CodeCell => cell.cell_type === "code";

/**
 * Runs a notebook, unless the same code was run on the same sources before.
 * Prose is no part of the key: a corrected sentence runs nothing. Failed runs are not kept.
 */
export async function execute(
  notebook: Notebook,
  options: { path: string; sources: string; cache: Cache; run: Run },
): Promise<Execution> {
  const code = notebook.cells
    .filter(isCode)
    .map(({ id, source, metadata }) => [id, source, metadata.tags ?? []]);
  let ran = false;
  const work = async (): Promise<Stored> => {
    ran = true;
    const result = await options.run(notebook, { path: options.path });
    const outputs = result.notebook.cells
      .filter(isCode)
      .map((cell) => ({ id: cell.id, outputs: cell.outputs }));
    const stored = { outputs, ...(result.failure && { failure: result.failure }) };
    if (result.failure) throw new FailedRun(stored);
    return stored;
  };
  const stored = await options.cache.remember("outputs", [options.sources, code], work).catch((error) => {
    if (error instanceof FailedRun) return error.stored;
    throw error;
  });
  const outputs = new Map(stored.outputs.map((cell) => [cell.id, cell.outputs]));
  const cells = notebook.cells.map((cell) =>
    isCode(cell) ? { ...cell, execution_count: null, outputs: outputs.get(cell.id) ?? [] } : cell,
  );
  return { notebook: { ...notebook, cells }, failure: stored.failure, ran };
}

/** Carries a failed run past the cache, which keeps only what succeeded. */
class FailedRun extends Error {
  readonly stored: Stored;
  constructor(stored: Stored) {
    super("the run failed");
    this.stored = stored;
  }
}
