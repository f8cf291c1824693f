import type { FinalMark } from "../gradebook/finalMark.ts";
import type { CourseFile } from "../settings/courseFile.ts";

/** When something was handed in, and what lateness cost, in a sentence or two; "" if there is nothing to say. */
export function latenessInWords(
  { submittedAt, daysLate, penalty, points }: FinalMark,
  { late, timeZone }: CourseFile,
): string {
  const when = submittedAt === null ? "" : `Handed in ${inZone(submittedAt, timeZone)}.`;
  if (daysLate === 0) return when;
  const days = daysLate === 1 ? "1 day" : `${daysLate} days`;
  const cost =
    penalty > 0
      ? `that costs ${penalty} ${penalty === 1 ? "point" : "points"} (each day begun ${late.percentPerDay} % of ${points})`
      : "that costs nothing";
  return `${when} That is ${days} late, and ${cost}.`.trim();
}

/** A time as the course's clock shows it. */
function inZone(time: string, timeZone: string): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return time;
  return `${new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone }).format(date)} (${timeZone})`;
}
