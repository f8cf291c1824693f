import type { OutputQueue } from "./outputQueue.ts";

/** A cell and what it started: everything that must end when the cell is stopped. */
export interface CellScope {
  readonly id: string;
  readonly source: string;
  readonly outputs: OutputQueue;
  /** Ends what still runs for it: its timers, its child processes. */
  readonly endings: Set<() => void>;
  stopped: boolean;
}

export function cellScope(id: string, source: string, outputs: OutputQueue): CellScope {
  return { id, source, outputs, endings: new Set(), stopped: false };
}

/** Ends what a cell left running: its timers and child processes; awaiting code ends where it resumes. */
export function stopScope(scope: CellScope): void {
  scope.stopped = true;
  for (const end of scope.endings) end();
  scope.endings.clear();
}
