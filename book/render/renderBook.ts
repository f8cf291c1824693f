import type { Library } from "../api/library.ts";
import { libraryPages } from "../api/libraryPages.ts";
import { namesFrom } from "../api/names.ts";
import type { Cache } from "../cache.ts";
import type { Chapter } from "../chapter.ts";
import type { BookConfig } from "../config.ts";
import type { Fault } from "../fault.ts";
import type { Flavour } from "../flavour.ts";
import type { Live } from "../live/buildLive.ts";
import type { Page } from "../page.ts";
import type { Glossary } from "../readGlossary.ts";
import type { ExecutedChapter } from "../runChapters.ts";
import type { Reference } from "./bibliography.ts";
import { bibliographyPage } from "./bibliographyPage.ts";
import { chapterPage } from "./chapterPage.ts";
import type { Content } from "./content.ts";
import type { Context, ProseContext } from "./context.ts";
import { glossaryPage, type Uses } from "./glossaryPage.ts";
import { createHighlight, highlightVersion } from "./highlight.ts";
import { homePage } from "./homePage.ts";
import { keptBody } from "./keptBody.ts";
import { collectLabels } from "./labels.ts";
import { notationFile, notationPage, signsUsed } from "./notationPage.ts";
import { notFoundPage } from "./notFoundPage.ts";
import { prosePage } from "./prosePage.ts";
import { runFile, runPage } from "./runPage.ts";
import { glossaryFile } from "./terms.ts";

/** The pages without their frame, and what goes with them. */
export interface RenderedBook {
  readonly contents: readonly Content[];
  /** Files that pages offer, by path in the site. */
  readonly downloads: ReadonlyMap<string, string>;
  /** Rules for highlighted code. */
  readonly css: string;
}

/** What the pages are made of. */
export interface BookSources {
  readonly config: BookConfig;
  readonly executed: readonly ExecutedChapter[];
  readonly bibliography: ReadonlyMap<string, Reference>;
  readonly library: Library | undefined;
  readonly pages: readonly Page[];
  readonly glossary: Glossary | undefined;
  /** Where the project can be had, if that is known. */
  readonly repository: string | undefined;
  readonly flavour: Flavour;
  /** What runs cells in their pages; undefined for a book that is only read. */
  readonly live: Live | undefined;
}

/** Renders every page. Faults are added to the list; rendering goes on, so that a build names all of them. */
export async function renderBook(
  { config, executed, bibliography, library, pages, glossary, repository, flavour, live }: BookSources,
  cache: Cache,
  faults: Fault[],
): Promise<RenderedBook> {
  const chapters = executed.map(({ chapter }) => chapter);
  const labels = collectLabels(chapters, faults);
  const byFile = new Map(chapters.map((chapter) => [chapter.file, chapter]));
  const highlight = createHighlight((await cache.read("highlights", highlightVersion)) ?? {});
  const downloads = new Map<string, string>();

  const shared = {
    chapters: byFile,
    ...{ labels, bibliography, glossary, flavour, highlight, cache, downloads, faults },
  };
  const contents: Content[] = [];
  const cited: { chapter: Chapter; ids: readonly string[] }[] = [];
  const uses: Uses[] = [];
  let verified = 0;
  const exported = library?.groups.map(({ page, exports }) => [page, exports.map(({ name }) => name)]);
  for (const { chapter, notebook, failure } of executed) {
    const context: Context = {
      chapter,
      ...shared,
      ...fresh(),
      ...{ downloads: new Map(), faults: [] },
      termsMet: new Set(),
      imports: {
        packages: library ? [library.package, ...library.others] : [],
        entry: namesFrom(chapter.page, library, chapters).entry,
        known: new Map(),
      },
    };
    const reported = faults.length;
    const body = await keptBody(notebook, context, exported);
    contents.push(chapterPage(body, context, chapters, live?.scripts.get(chapter.file)));
    for (const [path, text] of context.downloads) downloads.set(path, text);
    faults.push(...context.faults);
    cited.push({ chapter, ids: context.cited });
    uses.push({ chapter, terms: context.termsMet ?? new Set(), signs: signsUsed(context, faults) });
    verified += context.claims.length;

    const known = faults
      .slice(reported)
      .some(({ rule, cell }) => /^(cell-error|claim-fails)$/.test(rule) && cell === failure?.cellId);
    if (failure && !known) faults.push(failedRun(chapter, failure));
  }
  const reference = library && libraryPages(library, chapters, highlight, faults);
  for (const [path, text] of reference?.downloads ?? []) downloads.set(path, text);
  const prose = (chapter: ProseContext["chapter"]): ProseContext => ({
    chapter,
    ...shared,
    ...fresh(),
    imports: {
      packages: library ? [library.package, ...library.others] : [],
      entry: () => undefined,
      known: new Map(),
    },
  });
  const matter = pages.map((page) => prosePage(page, prose(page)));
  const run = { path: "book/render/runPage.ts", page: runFile };
  matter.push(runPage(repository, chapters, prose(run)));
  if (glossary) {
    const { path } = glossary;
    matter.push(
      notationPage(glossary, uses, prose({ path, page: notationFile }), faults),
      glossaryPage(glossary, uses, prose({ path, page: glossaryFile }), faults),
    );
  }
  const practice = [...(live?.scripts.values() ?? [])][0]?.practice;
  const works = bibliographyPage(cited, bibliography);
  await cache.write("highlights", highlightVersion, highlight.known());
  return {
    contents: [
      homePage({ config, chapters, library, pages, verified, flavour, practice }),
      ...contents,
      ...matter,
      ...(works ? [works] : []),
      ...(reference?.contents ?? []),
      notFoundPage(),
    ],
    downloads,
    css: highlight.css(),
  };
}

/** What a page gathers on its way, before it begins. */
const fresh = () => ({
  ...{ headings: [], cited: [], formulas: [], letters: [], claims: [], notes: 0, cell: "" },
  termsMet: undefined as Set<string> | undefined,
  anchors: new Set(["main", "contents", "references"]),
});

/** A run that stopped without leaving an error among the outputs, such as one that took too long. */
function failedRun(chapter: Chapter, failure: NonNullable<ExecutedChapter["failure"]>): Fault {
  const { cellId, line, name, message } = failure;
  const where = line === undefined ? "" : ` (line ${line})`;
  return {
    file: chapter.path,
    cell: cellId,
    rule: "cell-error",
    message: `${name}: ${message}${where}; correct the cell`,
  };
}
