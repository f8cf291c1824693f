import type { Aids } from "../aids/buildAids.ts";
import type { Library } from "../api/library.ts";
import { overviewPage } from "../api/libraryPages.ts";
import type { Chapter } from "../chapter.ts";
import type { BookConfig } from "../config.ts";
import { headMeta, type MetaSources } from "../meta/headMeta.ts";
import { iconAddress } from "../meta/icon.ts";
import type { Page } from "../page.ts";
import type { Search } from "../search/buildSearch.ts";
import type { Content } from "./content.ts";
import { escapeHtml } from "./escapeHtml.ts";
import { noBreaks } from "./noBreaks.ts";

/** What every page refers to. */
export interface Frame extends MetaSources {
  readonly config: BookConfig;
  readonly chapters: readonly Chapter[];
  readonly pages: readonly Page[];
  /** Pages that make themselves: how to run it; notation, glossary, bibliography. */
  readonly made: Readonly<Record<Page["place"], readonly Entry[]>>;
  readonly library: Library | undefined;
  /** Addresses of the style sheet and the script, relative to the site. */
  readonly style: string;
  readonly script: string;
  /** What searches the book, and its texts, relative to the site. */
  readonly search: Pick<Search, "program" | "texts">;
  /** What keeps the book on a device, relative to the site. */
  readonly offline: string;
  /** What shows cards of links and reads points of figures. */
  readonly aids: Pick<Aids, "program">;
}

// Runs before the first paint, so that a chosen theme does not flash; everything else waits for the page.
const restoreTheme =
  'try{var t=localStorage.getItem("theme");if(t)document.documentElement.dataset.theme=t}catch(e){}';

/**
 * A whole page: head, contents, the page's own text, foot.
 *
 * @param body the page's own text, in which lines end where they may (`noBreaks`)
 */
export function renderFrame(content: Content, body: string, frame: Frame): string {
  const { config } = frame;
  const home = content.page === "index.html";
  const up = upFrom(content);
  const title = escapeHtml(
    home ? `${config.title}: ${config.subtitle}` : `${content.title} · ${config.title}`,
  );
  const description = escapeHtml(content.description);
  const head = noBreaks(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${description}">
<meta property="og:type" content="${home ? "book" : "article"}">
<meta property="og:site_name" content="${escapeHtml(config.title)}">
<meta property="og:title" content="${escapeHtml(content.title)}">
<meta property="og:description" content="${description}">
${headMeta(content, frame)}
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${iconAddress()}">
<script>${restoreTheme}</script>
<link rel="stylesheet" href="${up}${frame.style}">
<script src="${up}${frame.script}" data-search="${up}${frame.search.program}" data-texts="${up}${frame.search.texts}" data-aids="${up}${frame.aids.program}" data-offline="${up}${frame.offline}" defer></script>
</head>
<body${home ? ' class="home"' : ""}>
<a class="skip" href="#main">Skip to the text</a>
<header class="bar">
<a class="brand" href="${up}index.html">${escapeHtml(config.title)}</a>
<button class="open-contents" popovertarget="contents">Contents</button>
</header>
<nav id="contents" class="contents" popover aria-label="Contents">
<a class="brand" href="${up}index.html"${home ? ' aria-current="page"' : ""}>${escapeHtml(config.title)}</a>
${contentsMatter("Before you begin", ofPlace("front", frame), content)}${config.parts.map((part) => contentsPart(part.title, content, frame)).join("\n")}
${contentsMatter("At the end", ofPlace("back", frame), content)}${contentsLibrary(content, frame)}</nav>
<main id="main">
`);
  const foot = noBreaks(`
</main>
<footer class="foot">
<p>${escapeHtml(config.title)}. Computed from notebooks, seeded, checked. No tracking, no account, nothing from another host.</p>
<p class="keys" hidden>${content.leadsOn ? "← and → turn the pages, while nothing is focused. " : ""}/ searches, ? lists all keys. The Tab key stops once at what there is much of, such as the contents, the words of the glossary or the claims; ↑ and ↓ go on to the next.</p>
</footer>
</body>
</html>
`);
  return head + body + foot;
}

function contentsPart(part: string, content: Content, { chapters }: Frame): string {
  const own = chapters.filter((chapter) => chapter.part === part);
  if (own.length === 0) return "";
  const items = own.map(({ page, number, title }) => {
    const here = page === content.page;
    const link = `<a href="${upFrom(content)}${page}"${here ? ' aria-current="page"' : ""}><span class="chapter-number">${number}</span> <span>${escapeHtml(title)}</span></a>`;
    return `<li>${link}${here ? outline(content) : ""}</li>`;
  });
  return `<p class="part">${escapeHtml(part)}</p>
<ol>
${items.join("\n")}
</ol>`;
}

type Entry = Pick<Content, "page" | "title">;

const ofPlace = (place: Page["place"], { pages, made }: Frame): readonly Entry[] => [
  ...pages.filter((page) => page.place === place),
  ...made[place],
];

/** The pages before or after the chapters. */
function contentsMatter(heading: string, entries: readonly Entry[], content: Content): string {
  if (entries.length === 0) return "";
  return `<p class="part">${heading}</p>
<ol>
${entries.map((entry) => contentsItem(entry, content)).join("\n")}
</ol>
`;
}

function contentsItem({ page, title }: Entry, content: Content): string {
  const here = page === content.page;
  const link = `<a href="${upFrom(content)}${page}"${here ? ' aria-current="page"' : ""}>${escapeHtml(title)}</a>`;
  return `<li>${link}${here ? outline(content) : ""}</li>`;
}

/** The way to the reference; on its pages, its pages. */
function contentsLibrary(content: Content, { library }: Frame): string {
  if (!library) return "";
  const inside = content.page.startsWith("api/");
  const pages = [{ page: overviewPage, title: "Reference" }, ...(inside ? library.groups : [])];
  return contentsMatter("Library", pages, content);
}

/** From the page to the root of the site. Links are relative, so that the site works from any folder. */
const upFrom = ({ page }: Content): string => "../".repeat(page.split("/").length - 1);

function outline({ headings }: Content): string {
  const items = headings
    .filter(({ level }) => level === 2)
    .map(({ id, text }) => `<li><a href="#${id}">${escapeHtml(text)}</a></li>`);
  return items.length > 0 ? `\n<ol class="outline" aria-label="On this page">${items.join("")}</ol>` : "";
}
