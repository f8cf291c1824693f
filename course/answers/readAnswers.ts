import { createHash } from "node:crypto";
import type { Cell } from "../../kernel/notebook/notebook.ts";
import type { JudgedCell, ManifestNotebook } from "../manifest/assignmentManifest.ts";
import { repairSubmission } from "../repair/repairSubmission.ts";
import type { Answer, AnswerCell, AnswerSheet } from "./answer.ts";

/** Finds the answers in a notebook that was handed in, mended as grading mends it. Pure: the same bytes, the same answers. */
export function readAnswers(notebook: ManifestNotebook, bytes: Uint8Array): AnswerSheet {
  const repaired = repairSubmission(notebook.release, bytes);
  if (repaired.status === "unreadable") return { problem: repaired.why };
  const released = new Map(notebook.release.cells.map((cell) => [cell.id, cell]));
  const answers = new Map(
    notebook.cells.map((judged) => [judged.gradeId, answerTo(judged, repaired.notebook.cells, released)]),
  );
  // Cells of one's own mend nothing: a task is answered in such.
  const mended = repaired.findings.filter(({ kind }) => kind !== "own");
  const repairs = mended.map(({ cell, words }) => (cell === "" ? words : `${cell}: ${words}`));
  return { answers, repairs };
}

function answerTo(judged: JudgedCell, cells: readonly Cell[], released: ReadonlyMap<string, Cell>): Answer {
  const found = judged.kind === "task" ? belowTask(judged.id, cells, released) : [];
  const wanted = new Set(judged.answers);
  // The task cell itself asks, and holds no answer.
  if (judged.kind === "task") wanted.delete(judged.id);
  const own = [...cells.filter(({ id }) => wanted.has(id)), ...found];
  const isUntouched = own.every(
    ({ id, source }) => source.trim() === "" || source.trim() === released.get(id)?.source.trim(),
  );
  const parts = own.map(({ id, cell_type: type, source }): AnswerCell => ({ id, type, source }));
  const text = JSON.stringify(parts.map(({ type, source }) => [type, source]));
  return { cells: parts, isUntouched, sha: createHash("sha256").update(text).digest("hex") };
}

/** A task of nbgrader's is answered in cells that the student adds below it: those before the next that was handed out. */
function belowTask(
  taskId: string,
  cells: readonly Cell[],
  released: ReadonlyMap<string, Cell>,
): readonly Cell[] {
  const below = cells.slice(cells.findIndex(({ id }) => id === taskId) + 1);
  const next = below.findIndex(({ id }) => released.has(id));
  return next === -1 ? below : below.slice(0, next);
}
