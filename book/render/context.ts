import type { LibraryImports } from "../api/chapterImports.ts";
import type { Cache } from "../cache.ts";
import type { Chapter } from "../chapter.ts";
import type { Fault, Rule } from "../fault.ts";
import type { Flavour } from "../flavour.ts";
import type { Glossary } from "../readGlossary.ts";
import type { Reference } from "./bibliography.ts";
import type { Highlight } from "./highlight.ts";
import type { Label } from "./labels.ts";
import type { Letter } from "./signsOf.ts";

export interface Heading {
  readonly level: number;
  readonly id: string;
  /** Plain text, for the outline. */
  readonly text: string;
}

/** What rendering a chapter needs to know and what it gathers on the way. */
export interface Context {
  readonly chapter: Chapter;
  /** All chapters, by notebook file name. What is known of them here is part of what a chapter's body is kept by. */
  readonly chapters: ReadonlyMap<string, Pick<Chapter, "page">>;
  readonly labels: ReadonlyMap<string, Label>;
  readonly bibliography: ReadonlyMap<string, Reference>;
  readonly glossary: Glossary | undefined;
  readonly flavour: Flavour;
  readonly highlight: Highlight;
  readonly cache: Cache;
  /** Names of the library that the cells so far have imported. */
  readonly imports: LibraryImports;

  readonly headings: Heading[];
  /** Ids of cited works, in the order of their first mention. */
  readonly cited: string[];
  readonly anchors: Set<string>;
  notes: number;
  /** Formulas as drawn: decides which of KaTeX's fonts and letters the site carries. */
  readonly formulas: string[];
  readonly letters: { readonly letter: Letter; readonly tex: string; readonly cell: string }[];
  /** Ids of the terms that the page has used; undefined where uses are not linked. */
  readonly termsMet: Set<string> | undefined;
  /** Seeds of the claims met so far; null where chance had no part. */
  readonly claims: { readonly seed: number | null }[];
  /** Files the page offers for download, by their path in the site. */
  readonly downloads: Map<string, string>;
  readonly faults: Fault[];
  /** Id of the cell being rendered. */
  cell: string;
}

/** What rendering prose needs to know: of a chapter, or of a page of front or back matter. */
export type ProseContext = Omit<Context, "chapter"> & {
  readonly chapter: Pick<Chapter, "path" | "page"> & Partial<Pick<Chapter, "number" | "notebook">>;
};

/** Reports a fault in the cell being rendered; a page has none. */
export function report(context: ProseContext, rule: Rule, message: string): void {
  const { chapter, cell, faults } = context;
  faults.push({ file: chapter.path, ...(cell && { cell }), rule, message });
}
