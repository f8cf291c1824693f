import type { Chapter } from "../chapter.ts";
import type { Fault } from "../fault.ts";
import type { Content } from "../render/content.ts";
import { escapeHtml } from "../render/escapeHtml.ts";
import type { Highlight } from "../render/highlight.ts";
import { type Neighbour, wayOn } from "../render/wayOn.ts";
import { firstSentence } from "./docComment.ts";
import { createDocText, type DocText } from "./docText.ts";
import { renderEntry } from "./entry.ts";
import type { Library, LibraryExport, LibraryGroup } from "./library.ts";
import { entryAnchor, namesFrom } from "./names.ts";

/** The first page of the reference, relative to the site. */
export const overviewPage = "api/index.html";

/** A source file as the site offers it: as text, since servers take `.ts` for a film. */
const sourcePage = (file: string): string => `api/source/${file}.txt`;

/** The reference of the library: a page that lists all exports, and one page for each folder. */
export function libraryPages(
  library: Library,
  chapters: readonly Chapter[],
  highlight: Highlight,
  faults: Fault[],
): { contents: Content[]; downloads: Map<string, string> } {
  const contents = [overview(library, chapters), ...library.groups.map((group) => groupPage(group))];
  const files = new Set(library.groups.flatMap(({ exports }) => exports.map(({ file }) => file)));
  // The mark of UTF-8 at the start tells a browser how to read text that comes without a word about it.
  const texts = [...files].map(
    (file) => [sourcePage(file), `\ufeff${library.sources.get(file) ?? ""}`] as const,
  );
  return { contents, downloads: new Map(texts) };

  function groupPage(group: LibraryGroup): Content {
    const names = namesFrom(group.page, library, chapters);
    const entries = group.exports.map((each) => {
      const unknown = (name: string): void => {
        const message = `the header of ${each.name} links to ${name}, which the library does not export; correct it`;
        faults.push({ file: each.file, rule: "header", message });
      };
      const text = createDocText(names, unknown, ownNames(each));
      return renderEntry(each, { names, text, highlight, sourceOf: (file) => `../${sourcePage(file)}` });
    });
    const first = group.exports.findIndex(({ kind }) => kind === "type");
    if (first > 0) entries.splice(first, 0, '<p class="part entry-divide">Types</p>\n');
    const way = groupsAround(library.groups, group);
    const body = `<article class="chapter reference">
<header class="chapter-head">
<p class="part"><a href="index.html">Library</a></p>
<h1>${escapeHtml(group.title)}</h1>
${group.about && `<p class="claim-line">${escapeHtml(group.about)}</p>`}
</header>
${modulesOf(group)
  .map((module) => importLine(module, group))
  .join("")}
${entries.join("")}</article>
${way}`;
    return {
      ...{ page: group.page, source: group.exports[0]?.file ?? "", title: group.title, body, formulas: [] },
      description: group.about || `${group.title}: reference.`,
      headings: group.exports.map(({ name }) => ({ level: 2, id: entryAnchor(name), text: name })),
      leadsOn: way !== "",
    };
  }
}

/** Every export with its first sentence, by folder. */
function overview(library: Library, chapters: readonly Chapter[]): Content {
  const text = createDocText(namesFrom(overviewPage, library, chapters), () => {});
  const count = library.groups.reduce((sum, { exports }) => sum + exports.length, 0);
  const about =
    "Every name that the library offers: what it is, its formula, its source, and an example that a test runs.";
  const body = `<article class="chapter reference">
<header class="chapter-head">
<p class="part">Library</p>
<h1>Reference</h1>
<p class="claim-line">${about}</p>
</header>
<p>${count} names. Each entry says what a number means, its shape and unit, and what is refused. Everything is imported
from <code>${escapeHtml(library.package)}</code>, unless its page says otherwise.</p>
${library.groups.map((group) => groupList(group, text)).join("\n")}
</article>`;
  return {
    ...{ page: overviewPage, source: "book/book.yml", title: "Reference", description: about, body },
    ...{ headings: [], formulas: [] },
  };
}

function groupList({ title, about, page, folder, exports }: LibraryGroup, text: DocText): string {
  const href = page.replace("api/", "");
  const item = (each: LibraryExport): string =>
    `<div><dt><a href="${href}#${entryAnchor(each.name)}"><code>${escapeHtml(each.name)}</code></a></dt>` +
    `<dd>${withoutLinks(text.line(firstSentence(each.doc)))}</dd></div>`;
  const types = exports.filter(({ kind }) => kind === "type");
  const names = types
    .map(({ name }) => `<a href="${href}#${entryAnchor(name)}"><code>${escapeHtml(name)}</code></a>`)
    .join(", ");
  const values = exports.filter(({ kind }) => kind === "value").map(item);
  return `<section aria-labelledby="${folder}">
<h2 id="${folder}"><a href="${href}">${escapeHtml(title)}</a></h2>
${about && `<p>${escapeHtml(about)}</p>`}
${values.length > 0 ? `<dl class="names">\n${values.join("\n")}\n</dl>` : ""}
${names && `<p class="type-names">Types: ${names}</p>`}
</section>`;
}

/** What an entry calls its own: its members and parameters, without what stands around the last name of each. */
const ownNames = ({ members, params }: LibraryExport): ReadonlySet<string> =>
  new Set(
    [...members, ...params].flatMap(({ name }) =>
      name.split(",").map((each) => /\w+(?=\W*$)/.exec(head(each))?.[0] ?? ""),
    ),
  );

const head = (name: string): string => /^[^(<]*/.exec(name)?.[0] ?? "";

const modulesOf = ({ exports }: LibraryGroup): string[] =>
  [...new Set(exports.map(({ module }) => module))].sort();

/** How a module is imported, with its names if it offers one or two that run. */
function importLine(module: string, { exports }: LibraryGroup): string {
  const names = exports
    .filter((each) => each.module === module && each.kind === "value")
    .map(({ name }) => name);
  const list = names.length === 1 || names.length === 2 ? names.join(", ") : "…";
  return `<p class="import-line"><code>import { ${list} } from <span class="module">"${escapeHtml(module)}"</span></code></p>\n`;
}

/** In a list of links, each line has one. */
const withoutLinks = (html: string): string => html.replace(/<\/?a\b[^>]*>/g, "");

function groupsAround(groups: readonly LibraryGroup[], here: LibraryGroup): string {
  const index = groups.indexOf(here);
  const neighbour = (group: LibraryGroup | undefined): Neighbour | undefined =>
    group && { href: group.page.replace("api/", ""), title: group.title };
  return wayOn(neighbour(groups[index - 1]), neighbour(groups[index + 1]), "Pages before and after");
}
