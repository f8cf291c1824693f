import { pathToFileURL } from "node:url";
import { dayColours } from "../copy/dayColours.ts";
import { parseHtml } from "../copy/parseHtml.ts";
import { element, type Node } from "../copy/tree.ts";
import { writeXml } from "../copy/writeXml.ts";
import type { EpubSources } from "../epub/buildEpub.ts";
import { colophon } from "../epub/colophon.ts";
import { noBreaks } from "../render/noBreaks.ts";
import { runFile } from "../render/runPage.ts";
import { paperContents } from "./paperContents.ts";
import { paperPage, placeOf } from "./paperPage.ts";

/** What the printed book is made of. */
export interface PaperSources extends EpubSources {
  /** The site's style sheet, as a file of this machine: it says what pages look like on paper. */
  readonly style: string;
}

/**
 * The whole book as one document that a browser prints: cover, title, contents, pages.
 *
 * @param paperCss rules for the whole that no single page has
 * @returns the document for a place's page numbers; before they are known, none are given
 */
export async function paperDocument(
  sources: PaperSources,
  paperCss: string,
): Promise<(numbers: ReadonlyMap<string, number>) => string> {
  const { config, cover, style, address } = sources;
  const colours = await dayColours();
  // What the site says of running the notebooks, the last page says here.
  const pages = new Set([...sources.pages.map(({ page }) => page), runFile]);
  const bodies = sources.pages.map(({ page, body }): Node => {
    const onSite = address === undefined ? undefined : address + page;
    const tree = paperPage(parseHtml(noBreaks(body)), { page, pages, colours, onSite });
    return element("section", { class: "paper-page", id: placeOf(page) }, ...tree);
  });
  const last = element(
    "section",
    { class: "paper-page chapter", id: placeOf(runFile) },
    ...colophon(sources).body,
  );
  const title = element(
    "section",
    { class: "paper-title" },
    element("h1", {}, config.title),
    element("p", { class: "subtitle" }, config.subtitle),
    ...config.edition.authors.map((author) => element("p", { class: "author" }, author)),
    element("p", { class: "lead" }, config.description),
  );
  const front = cover
    ? [
        element(
          "section",
          { class: "paper-cover" },
          element("img", {
            src: `data:image/png;base64,${cover.bytes.toString("base64")}`,
            alt: cover.shows,
          }),
        ),
      ]
    : [];
  const before = writeXml([...front, title]);
  const after = writeXml([...bodies, last]).replaceAll(/ epub:type="[^"]*"/g, "");
  return (numbers) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" lang="en">
<head>
<title>${writeXml([`${config.title}: ${config.subtitle}`])}</title>
<link rel="stylesheet" href="${pathToFileURL(style).href}"/>
<style>${writeXml([paperCss])}</style>
</head>
<body>
<main>
${before}
${writeXml([paperContents(sources, numbers)])}
${after}
</main>
</body>
</html>
`;
}
