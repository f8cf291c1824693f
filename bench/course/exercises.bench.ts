import { fileURLToPath } from "node:url";
import { chaptersIn } from "../../course/nbgraderCourse.ts";
import type { Row } from "../run.ts";
import { chapterSource } from "./chapterSource.ts";
import { gradeAll } from "./gradeAll.ts";

export const title = "Grading: the slowest exercise of each chapter, with two slots";

const slots = 2;
/** `CHAPTERS=07,16`: these alone. */
const only = process.env.CHAPTERS?.split(",");

/**
 * How many submissions to each exercise of the book are judged in a second, for a class of 24: for fewer than twenty, cells
 * that take long run once for each answer, and not once for all.
 */
export async function bench(): Promise<{ rows: Row[] }> {
  const rows: Row[] = [];
  for (const chapter of chaptersIn(fileURLToPath(new URL("../../notebooks", import.meta.url)))) {
    if (only && !only.includes(chapter.slice(0, 2))) continue;
    const { ms } = await gradeAll([await chapterSource(chapter)], { count: 24, slots });
    const rates = [...ms].map(([gradeId, each]) => ({ gradeId, rate: (slots * 1000) / each }));
    rates.sort((a, b) => a.rate - b.rate);
    const [slowest] = rates;
    const under = rates.filter(({ rate }) => rate < 2).map(({ gradeId }) => gradeId);
    const row = {
      name: chapter,
      value: slowest?.rate ?? Number.NaN,
      unit: "submissions/s",
      note: `${slowest?.gradeId}; under 2 a second: ${under.join(", ") || "none"}`,
    };
    console.error(`${row.name}: ${row.value.toFixed(2)}, ${row.note}`); // all of them take minutes
    rows.push(row);
  }
  return { rows };
}
