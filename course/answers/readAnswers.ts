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
  const found = judged.kind === "task" ? ownBelow(judged.id, cells, released) : [];
  const wanted = new Set(judged.answers);
  // The task cell itself asks, and holds no answer.
  if (judged.kind === "task") wanted.delete(judged.id);
  const given = [...cells.filter(({ id }) => wanted.has(id)), ...found];
  const own = [...given, ...(isAsReleased(given, released) ? textBelow(judged, cells, released) : [])];
  const isUntouched = isAsReleased(own, released);
  const parts = own.map(({ id, cell_type: type, source }): AnswerCell => ({ id, type, source }));
  const text = JSON.stringify(parts.map(({ type, source }) => [type, source]));
  return { cells: parts, isUntouched, sha: createHash("sha256").update(text).digest("hex") };
}

const isAsReleased = (own: readonly Cell[], released: ReadonlyMap<string, Cell>): boolean =>
  own.every(({ id, source }) => source.trim() === "" || source.trim() === released.get(id)?.source.trim());

/** A text may stand in a cell of the student's own, below the one for it: nobody's work gets 0 for the wrong cell. */
function textBelow(
  { kind, answers }: JudgedCell,
  cells: readonly Cell[],
  released: ReadonlyMap<string, Cell>,
): readonly Cell[] {
  const last = answers.at(-1);
  if (kind !== "answer" || last === undefined || released.get(last)?.cell_type !== "markdown") return [];
  return ownBelow(last, cells, released).filter(({ cell_type: type }) => type === "markdown");
}

/**
 * Cells that the student added below one that was handed out, before the next such. A task of nbgrader's is answered in
 * these.
 */
function ownBelow(id: string, cells: readonly Cell[], released: ReadonlyMap<string, Cell>): readonly Cell[] {
  const below = cells.slice(cells.findIndex((cell) => cell.id === id) + 1);
  const next = below.findIndex(({ id }) => released.has(id));
  return next === -1 ? below : below.slice(0, next);
}
