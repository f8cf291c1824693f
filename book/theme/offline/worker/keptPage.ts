import { root } from "./site.ts";

/** A file of an edition by its address; many hosts leave the ending of a page away. */
export async function keptPage(edition: Cache, { pathname, origin }: URL): Promise<Response | undefined> {
  const address = origin + pathname;
  const names = address.endsWith("/") ? [`${address}index.html`] : [address, `${address}.html`];
  for (const name of names) {
    const page = await edition.match(name, { ignoreVary: true });
    if (page) return page;
  }
  return undefined;
}

/** The page for addresses that lead nowhere. */
export const lostPage = (edition: Cache): Promise<Response | undefined> =>
  edition.match(`${root()}404.html`, { ignoreVary: true });
