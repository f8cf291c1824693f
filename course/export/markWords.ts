import type { FinalMark } from "../gradebook/finalMark.ts";
import type { CommentOf } from "./commentOf.ts";
import { pointsText } from "./pointsText.ts";

/**
 * A mark in words for its student, on one line. It begins with a number or a letter of ours: what a spreadsheet would
 * take for a formula begins otherwise.
 *
 * @param commentsOf what a person said to an exercise, where the file has no other place for it
 */
export function markWords(mark: FinalMark, commentsOf: CommentOf = () => ""): string {
  if (mark.attempt === undefined) return "Nothing was handed in.";
  const cells = mark.cells.map((cell) => {
    const { title, score, points } = cell;
    const comment = oneLine(commentsOf(mark, cell));
    const said = comment === "" ? "" : ` (${comment})`;
    return `${oneLine(title)}: ${pointsText(score)} of ${pointsText(points)}${said}`;
  });
  const late =
    mark.penalty > 0
      ? [`Late by ${mark.daysLate} ${mark.daysLate === 1 ? "day" : "days"}: less ${pointsText(mark.penalty)}`]
      : [];
  return `${[`${pointsText(mark.score)} of ${pointsText(mark.points)} points`, ...cells, ...late].join(". ")}.`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
