import { runFile } from "../render/runPage.ts";
import { colophonFile, runAnchor } from "./colophon.ts";
import { fileOf } from "./epubDocument.ts";

/**
 * How a page's links lead on in the EPUB: to its own pages; to the site, if it is published; and what says there how to run
 * the notebooks is told here at the end.
 *
 * @param pages those of the EPUB, as the site names them
 * @returns undefined for a link that leads nowhere
 */
export function linkInEpub(
  page: string,
  pages: ReadonlySet<string>,
  address: string | undefined,
): (href: string) => string | undefined {
  return (href) => {
    if (/^(?:https?|mailto):/.test(href)) return href;
    const [path = "", anchor] = href.split("#");
    const place = anchor === undefined ? "" : `#${anchor}`;
    if (path === "") return place;
    if (path === runFile) return `${colophonFile}#${runAnchor}`;
    if (pages.has(path)) return `${fileOf(path)}${place}`;
    return address === undefined ? undefined : new URL(href, address + page).href;
  };
}
