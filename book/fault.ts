import type { ExerciseRule } from "../course/exercise/exerciseFault.ts";

/** Something wrong in the sources of the book. A build collects all of them before it stops. */
export interface Fault {
  /** File as the reader of the message would open it, relative to the project. */
  readonly file: string;
  /** Id of the cell, when the fault is in one. */
  readonly cell?: string;
  /** Stable name of the broken rule. */
  readonly rule: Rule;
  /** What is wrong, and what to do about it. */
  readonly message: string;
}

export type Rule =
  | "chapter-missing"
  | "duplicate-slug"
  | "cell-error"
  | "claim-fails"
  | "shared-stream"
  | "no-description"
  | "raw-markdown"
  | "no-alt"
  | "no-caption"
  | "no-label"
  | "duplicate-label"
  | "unknown-reference"
  | "unknown-citation"
  | "unknown-sign"
  | "unused-sign"
  | "unused-term"
  | "empty-header"
  | "dead-link"
  | ExerciseRule
  | "math"
  | "header"
  | "chart"
  | "page-budget"
  | "live-budget"
  | "search-budget"
  | "offline-budget"
  | "aids-budget"
  | "not-well-formed";

/** One line per fault: file, cell, rule, and what to do. */
export function formatFaults(faults: readonly Fault[]): string {
  return faults
    .map(({ file, cell, rule, message }) => `${file}  ${cell ? `cell ${cell}  ` : ""}${rule}: ${message}`)
    .join("\n");
}
