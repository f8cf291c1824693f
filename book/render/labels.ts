import { roleOf } from "../../course/exercise/readRole.ts";
import type { Cell } from "../../kernel/notebook/notebook.ts";
import type { Chapter } from "../chapter.ts";
import type { Fault } from "../fault.ts";

/** Something with a number that a sentence can point to. */
export interface Label {
  readonly kind: "Figure" | "Exercise";
  /** Such as "3.2": the second of its kind in chapter 3. */
  readonly number: string;
  readonly page: string;
}

/** Anchor of an exercise; figures are anchored by their label itself. */
export const exerciseAnchor = (exercise: string): string => `ex-${exercise}`;

/** Where links to a cell lead: to its figure or exercise, if it has one. */
export function anchorOf(cell: Cell): string {
  const { role, label, exercise } = roleOf(cell);
  if (role === "figure" && label) return label;
  return role === "exercise" && exercise ? exerciseAnchor(exercise) : `cell-${cell.id}`;
}

/** Numbers every figure and exercise of the book, in the order of the cells. */
export function collectLabels(chapters: readonly Chapter[], faults: Fault[]): Map<string, Label> {
  const labels = new Map<string, Label>();
  for (const chapter of chapters) {
    const counts = { Figure: 0, Exercise: 0 };
    for (const cell of chapter.notebook.cells) {
      const { role, label, exercise } = roleOf(cell);
      const kind = role === "figure" ? "Figure" : role === "exercise" ? "Exercise" : undefined;
      const anchor = kind === "Exercise" ? exercise && exerciseAnchor(exercise) : label;
      if (!kind || !anchor) continue;
      counts[kind] += 1;
      if (labels.has(anchor)) {
        const message = `"${anchor}" names two things; give this one a name of its own`;
        faults.push({ file: chapter.path, cell: cell.id, rule: "duplicate-label", message });
      }
      labels.set(anchor, { kind, number: `${chapter.number}.${counts[kind]}`, page: chapter.page });
    }
  }
  return labels;
}
