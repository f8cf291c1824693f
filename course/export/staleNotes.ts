import type { CourseMarks } from "./courseMarks.ts";
import { type ExportNote, noteOn } from "./exported.ts";

/** On students with a mark of a person's whose answer changed since: it counts, and somebody had better look again. */
export const staleNotes = ({
  assignments,
  marks,
}: Pick<CourseMarks, "assignments" | "marks">): ExportNote[] =>
  assignments.flatMap((assignment) => {
    const stale = marks.filter(
      (mark) => mark.assignment === assignment && mark.cells.some(({ isStale }) => isStale),
    );
    return noteOn(
      stale.map(({ student }) => student),
      (count) =>
        `${assignment}: ${count} students have a mark of an answer that changed since it was read: genloss course review`,
    );
  });
