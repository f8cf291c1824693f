import { type Kind, kinds, type Section } from "./section.ts";

/** A page that a search knows. */
export interface SearchPage {
  /** Its file, relative to the site. */
  readonly page: string;
  /** "Chapter 3", "Reference"; "" where the title says it. */
  readonly label: string;
  readonly title: string;
  readonly sections: readonly Section[];
}

/** A title of its own, or the place of the section whose title it is, in the page. */
type PackedSection = readonly [anchor: string, kind: number, title: string | number, text: string];
type PackedPage = readonly [page: string, label: string, title: string, sections: readonly PackedSection[]];

/** The pages as a page of the site loads them, as JSON. */
export function packPages(pages: readonly SearchPage[]): string {
  return JSON.stringify(
    pages.map(
      ({ page, label, title, sections }): PackedPage => [
        ...([page, label, title] as const),
        sections.map((section) => {
          const { anchor, kind, text } = section;
          const around = sections.findIndex((each) => each.isTitled && each.title === section.title);
          return [anchor, kinds.indexOf(kind), section.isTitled ? section.title : around, text];
        }),
      ],
    ),
  );
}

/** The pages again. */
export function unpackPages(packed: string): SearchPage[] {
  return (JSON.parse(packed) as PackedPage[]).map(([page, label, title, sections]) => ({
    ...{ page, label, title },
    sections: sections.map(([anchor, kind, own, text]) => ({
      ...{ anchor, text, kind: kinds[kind] as Kind, isTitled: typeof own === "string" },
      title: typeof own === "string" ? own : String(sections[own]?.[2] ?? title),
    })),
  }));
}
