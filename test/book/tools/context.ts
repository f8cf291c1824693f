import type { Cache } from "../../../book/cache.ts";
import type { Chapter } from "../../../book/chapter.ts";
import type { Context } from "../../../book/render/context.ts";
import { createHighlight } from "../../../book/render/highlight.ts";
import { notebookOf, prose } from "./cells.ts";

export const keepsNothing: Cache = {
  remember: async (_kind, _ingredients, make) => make(),
  latest: async (_kind, _name, _ingredients, make) => make(),
  read: async () => undefined,
  write: async () => {},
};

export const chapterOf = (number: number, slug: string, ...cells: Parameters<typeof notebookOf>): Chapter => {
  const file = `0${number}-${slug}.ipynb`;
  return {
    ...{ number, file, slug, claim: "A claim.", minutes: 5, needs: "nothing", part: "Part", title: slug },
    path: `notebooks/${file}`,
    page: `${slug}.html`,
    notebook: notebookOf(...(cells.length > 0 ? cells : [prose("title", `# ${slug}`)])),
    ...{ exercises: [], exerciseFaults: [] },
  };
};

/** What a rule needs to render a piece of chapter 1, with one work, one figure here and one in chapter 3. */
export function contextOf(changes: Partial<Context> = {}): Context {
  const chapter = chapterOf(1, "one");
  const other = chapterOf(3, "three");
  return {
    chapter,
    chapters: new Map([chapter, other].map((each) => [each.file, each])),
    labels: new Map([
      ["fig-here", { kind: "Figure", number: "1.2", page: "one.html" }],
      ["fig-there", { kind: "Figure", number: "3.1", page: "three.html" }],
      ["ex-mix", { kind: "Exercise", number: "1.1", page: "one.html" }],
    ]),
    bibliography: new Map(
      [
        { id: "abel2020", title: "On copies", author: [{ family: "Abel", given: "Niels" }] },
        { id: "both2021", title: "On loss", author: [{ family: "Both" }, { family: "Cole" }] },
      ].map((item) => [item.id, { ...item, issued: { "date-parts": [[Number(item.id.slice(-4))]] } }]),
    ),
    ...{ flavour: "reader", glossary: undefined, letters: [], termsMet: undefined },
    ...{ highlight: createHighlight({}), cache: keepsNothing, downloads: new Map(), faults: [] },
    imports: { packages: [], entry: () => undefined, known: new Map() },
    ...{ headings: [], cited: [], formulas: [], claims: [], anchors: new Set(), notes: 0, cell: "here" },
    ...changes,
  };
}
