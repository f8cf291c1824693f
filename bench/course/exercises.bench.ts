import { fileURLToPath } from "node:url";
import { chaptersIn } from "../../course/nbgraderCourse.ts";
import type { Row } from "../run.ts";
import { chapterSource } from "./chapterSource.ts";
import { gradeAll } from "./gradeAll.ts";

export const title = "Grading: the slowest exercise of each chapter, with two slots";

const slots = 2;
const bar = 2;

/** How many submissions to each exercise of the book are judged in a second. */
export async function bench(): Promise<{ rows: Row[] }> {
  const rows: Row[] = [];
  for (const chapter of chaptersIn(fileURLToPath(new URL("../../notebooks", import.meta.url)))) {
    const source = await chapterSource(chapter);
    const rates = new Map<string, number>();
    for (const cell of source.manifest.cells) {
      if (cell.kind !== "tests") continue;
      const manifest = { ...source.manifest, cells: [cell] };
      const wrong = source.wrong.filter(({ answer }) => cell.answers.includes(answer));
      rates.set(cell.gradeId, (await gradeAll([{ ...source, manifest, wrong }], { count: 12, slots })).rate);
    }
    const [slowest] = [...rates].sort(([, a], [, b]) => a - b);
    const under = [...rates].filter(([, rate]) => rate < bar).map(([gradeId]) => gradeId);
    rows.push({
      name: chapter,
      value: slowest?.[1] ?? Number.NaN,
      unit: "submissions/s",
      note: `${slowest?.[0]}${under.length > 1 ? `; also under ${bar}: ${under.slice(1).join(", ")}` : ""}`,
    });
  }
  return { rows };
}
