import type { CodeCell } from "../../kernel/notebook/notebook.ts";

/** A cell that tries an answer: it may fail, and the cells after it run all the same. */
export function trialCell(id: string, source: string): CodeCell {
  const metadata = { tags: ["raises-exception"] };
  return { cell_type: "code", id, source, metadata, outputs: [], execution_count: null };
}
