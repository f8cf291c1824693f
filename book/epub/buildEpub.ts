import { type Cache, contentHash } from "../cache.ts";
import { codeHash } from "../codeHash.ts";
import type { BookConfig } from "../config.ts";
import { dayColours } from "../copy/dayColours.ts";
import type { Fault } from "../fault.ts";
import type { Flavour } from "../flavour.ts";
import type { ReadPicture } from "../meta/readPicture.ts";
import type { Content } from "../render/content.ts";
import { colophon } from "./colophon.ts";
import { contentsPage } from "./contentsPage.ts";
import { coverPages } from "./coverPages.ts";
import { deadLinks } from "./deadLinks.ts";
import { type DocumentFacts, documentFacts } from "./documentFacts.ts";
import { type EpubDocument, fileOf } from "./epubDocument.ts";
import { epubStyle } from "./epubStyle.ts";
import { packageDocument } from "./packageDocument.ts";
import { pictureFile, sitePage } from "./sitePage.ts";
import { withoutAnchors } from "./withoutAnchors.ts";
import { xhtmlPage } from "./xhtmlPage.ts";
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
export async function buildEpub(sources: EpubSources, faults: Fault[], cache: Cache): Promise<Buffer> {
  const { config, pages, address, cover, codeCss } = sources;
  const colours = await dayColours();
  const images = new Map<string, Buffer>();
  const files = new Set(pages.map(({ page }) => page));
  const chapters = new Set(config.chapters.map(({ slug }) => `${slug}.html`));
  const first = pages.findIndex(({ page }) => chapters.has(page));
  const made: BuiltDocument[] = [];
  for (const [index, content] of pages.entries()) {
    const { page, source } = content;
    const type = chapters.has(page) ? "bodymatter" : index < first ? "frontmatter" : "backmatter";
    try {
      const own = { colours, files, address, type, pictures: images.size } as const;
      const { facts, pictures, text } = await sitePage(content, own, cache);
      for (const base64 of pictures) images.set(pictureFile(images.size + 1), Buffer.from(base64, "base64"));
      made.push({ file: fileOf(page), facts, text });
    } catch (error) {
      const message = `the page cannot become one of the EPUB: ${(error as Error).message}`;
      // Who read the page before may have said so.
      if (!faults.some(({ file, rule }) => file === source && rule === "not-well-formed"))
        faults.push({ file: source, rule: "not-well-formed", message });
    }
  }
  const front = [...coverPages(sources), contentsPage(sources)].map(built);
  const documents = [...front, ...made, built(colophon(sources))];

  const entries = new Map<string, string | Uint8Array>([
    ["META-INF/container.xml", container],
    ["EPUB/package.opf", packageDocument(documents, [...images.keys()], sources)],
    ["EPUB/style.css", await epubStyle(colours, codeCss)],
  ]);
  if (cover) entries.set("EPUB/cover.png", cover.bytes);
  const anchors = new Map(documents.map(({ file, facts }) => [file, new Set(facts.anchors)]));
  for (const { file, facts, text } of documents)
    entries.set(`EPUB/${file}`, await text(deadLinks(file, facts, anchors)));
  for (const [name, bytes] of images) entries.set(`EPUB/${name}`, bytes);

  const content = [...entries].map(([path, bytes]) => [path, contentHash(Buffer.from(bytes as string))]);
  const base64 = await cache.latest("epub", "book", [await codeHash(), content], () =>
    Buffer.from(zipBytes("application/epub+zip", entries)).toString("base64"),
  );
  return Buffer.from(base64, "base64");
}

/** A document with what must be known of it, and its text without the links that lead nowhere. */
interface BuiltDocument {
  readonly file: string;
  readonly facts: DocumentFacts;
  text(dead: readonly string[]): Promise<string> | string;
}

const built = (document: EpubDocument): BuiltDocument => ({
  file: document.file,
  facts: documentFacts(document.file, document.body),
  text: (dead) => xhtmlPage(document, withoutAnchors(document.body, new Set(dead))),
});
