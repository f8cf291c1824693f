import type { Cache } from "../cache.ts";
import { codeHash } from "../codeHash.ts";
import { parseHtml } from "../copy/parseHtml.ts";
import type { Node } from "../copy/tree.ts";
import { digestOf } from "../digestOf.ts";
import type { Content } from "../render/content.ts";
import { noBreaks } from "../render/noBreaks.ts";
import { type DocumentFacts, documentFacts } from "./documentFacts.ts";
import { type EpubDocument, fileOf } from "./epubDocument.ts";
import { epubPage } from "./epubPage.ts";
import { linkInEpub } from "./linkInEpub.ts";
import { withoutAnchors } from "./withoutAnchors.ts";
import { xhtmlPage } from "./xhtmlPage.ts";

/** What a page of the site is made with into one of the EPUB. */
export interface SitePageSources {
  /** The theme's by day, by their names. */
  readonly colours: ReadonlyMap<string, string>;
  /** The pages of the EPUB, as the site names them. */
  readonly files: ReadonlySet<string>;
  readonly address: string | undefined;
  readonly type: EpubDocument["type"];
  /** The number of pictures in the pages before it. */
  readonly pictures: number;
}

/** A page of the site in the EPUB. */
export interface SitePage {
  readonly facts: DocumentFacts;
  /** Its pictures as PNG in base64, in the order of their numbers. */
  readonly pictures: readonly string[];
  /** Its text without these links. */
  text(dead: readonly string[]): Promise<string>;
}

/** The file of a picture in the EPUB, counted from 1. */
export const pictureFile = (number: number): string => `images/${number}.png`;

/**
 * Makes a page of the site one of the EPUB, unless that was done before.
 *
 * @throws {Error} if it is no XML
 */
export async function sitePage(content: Content, sources: SitePageSources, cache: Cache): Promise<SitePage> {
  const { colours, files, address, type, pictures: before } = sources;
  const { page, title, body } = content;
  const file = fileOf(page);
  const ingredients = [await codeHash(), digestOf(content), [...colours], [...files], address, type, before];
  let made: { readonly tree: readonly Node[]; readonly pictures: readonly string[] } | undefined;
  const make = () => {
    if (made) return made;
    const pictures: string[] = [];
    const keepImage = (data: string): string =>
      pictureFile(before + pictures.push(data.replace(/^data:image\/png;base64,/, "")));
    const link = linkInEpub(page, files, address);
    const onSite = address === undefined ? undefined : address + page;
    const tree = epubPage(parseHtml(noBreaks(body)), { colours, keepImage, link, onSite });
    made = { tree, pictures };
    return made;
  };
  const { pictures, ...facts } = await cache.latest("epub-facts", page, ingredients, () => {
    const { tree, pictures } = make();
    return { ...documentFacts(file, tree), pictures };
  });
  return {
    ...{ facts, pictures },
    text: (dead) =>
      cache.latest("epub-texts", page, [ingredients, dead], () =>
        xhtmlPage({ title, type }, withoutAnchors(make().tree, new Set(dead))),
      ),
  };
}
