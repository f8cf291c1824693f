import type { BookConfig } from "../config.ts";
import { dayColours } from "../copy/dayColours.ts";
import { parseHtml } from "../copy/parseHtml.ts";
import { writeXml } from "../copy/writeXml.ts";
import type { Fault } from "../fault.ts";
import type { Flavour } from "../flavour.ts";
import type { ReadPicture } from "../meta/readPicture.ts";
import type { Content } from "../render/content.ts";
import { noBreaks } from "../render/noBreaks.ts";
import { colophon } from "./colophon.ts";
import { contentsPage } from "./contentsPage.ts";
import { coverPages } from "./coverPages.ts";
import { type EpubDocument, fileOf } from "./epubDocument.ts";
import { epubPage } from "./epubPage.ts";
import { epubStyle } from "./epubStyle.ts";
import { knownAnchors } from "./knownAnchors.ts";
import { linkInEpub } from "./linkInEpub.ts";
import { packageDocument } from "./packageDocument.ts";
import { zipBytes } from "./zipBytes.ts";

/** What the EPUB is made of. */
export interface EpubSources {
  readonly config: BookConfig;
  /** Its pages in their order, as the site has them. */
  readonly pages: readonly Content[];
  readonly flavour: Flavour;
  /** Where the site is published. */
  readonly address: string | undefined;
  readonly cover: ReadPicture | undefined;
  /** Where the project can be had. */
  readonly repository: string | undefined;
  /** Rules for highlighted code. */
  readonly codeCss: string;
}

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/**
 * The whole book as an EPUB 3. The same pages give the same bytes.
 *
 * @param faults takes those of pages that are no XML
 */
export async function buildEpub(sources: EpubSources, faults: Fault[]): Promise<Uint8Array> {
  const { config, pages, address, cover, codeCss } = sources;
  const colours = await dayColours();
  const images = new Map<string, Buffer>();
  const keepImage = (data: string): string => {
    const name = `images/${images.size + 1}.png`;
    images.set(name, Buffer.from(data.replace(/^data:image\/png;base64,/, ""), "base64"));
    return name;
  };
  const files = new Set(pages.map(({ page }) => page));
  const chapters = new Set(config.chapters.map(({ slug }) => `${slug}.html`));
  const first = pages.findIndex(({ page }) => chapters.has(page));
  const made: EpubDocument[] = [];
  for (const [index, { page, title, body, source }] of pages.entries()) {
    const onSite = address === undefined ? undefined : address + page;
    const link = linkInEpub(page, files, address);
    try {
      const tree = epubPage(parseHtml(noBreaks(body)), { colours, keepImage, link, onSite });
      const type = chapters.has(page) ? "bodymatter" : index < first ? "frontmatter" : "backmatter";
      made.push({ file: fileOf(page), title, body: tree, type });
    } catch (error) {
      const message = `the page cannot become one of the EPUB: ${(error as Error).message}`;
      // Who read the page before may have said so.
      if (!faults.some(({ file, rule }) => file === source && rule === "not-well-formed"))
        faults.push({ file: source, rule: "not-well-formed", message });
    }
  }
  const front = coverPages(sources);
  const back = colophon(sources);
  const documents = knownAnchors([...front, contentsPage(sources), ...made, back]);

  const entries = new Map<string, string | Uint8Array>([
    ["META-INF/container.xml", container],
    ["EPUB/package.opf", packageDocument(documents, [...images.keys()], sources)],
    ["EPUB/style.css", await epubStyle(colours, codeCss)],
  ]);
  if (cover) entries.set("EPUB/cover.png", cover.bytes);
  for (const { file, title, body, type } of documents) entries.set(`EPUB/${file}`, page(title, body, type));
  for (const [name, bytes] of images) entries.set(`EPUB/${name}`, bytes);
  return zipBytes("application/epub+zip", entries);
}

const page = (
  title: string,
  body: EpubDocument["body"],
  type: string,
): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head>
<meta charset="utf-8"/>
<title>${writeXml([title])}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body epub:type="${type}">
${writeXml(body)}
</body>
</html>
`;
