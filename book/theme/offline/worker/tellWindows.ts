import type { State } from "../messages.ts";
import { newestWhole } from "./editions.ts";
import { here } from "./here.ts";
import { keptPage } from "./keptPage.ts";
import { countDone, load, siteBytes } from "./loadEdition.ts";
import { pageDigest } from "./pageDigest.ts";
import { readPages } from "./readPages.ts";
import { root, site } from "./site.ts";

/** Tells a window how it stands with its book and its page. */
export async function tellWindow(window: Client): Promise<void> {
  const newest = await newestWhole();
  await countDone();
  const read = readPages.get(window.id);
  const listed = newest && (await keptDigest(newest.cache, newest.whole.edition, window.url));
  const state: State = {
    ...(newest && {
      kept: { edition: newest.whole.edition, bytes: newest.whole.bytes, at: newest.whole.at },
    }),
    ...{ edition: site.edition, bytes: siteBytes(), done: load.done, isLoading: load.isLoading },
    ...(load.failed && { failed: load.failed }),
    ...(read && { page: read.page }),
    ...(read?.late !== undefined && { late: read.late }),
    ...(listed !== undefined && { listed }),
  };
  window.postMessage(state);
}

/** By edition and address: a load tells windows again and again. */
const keptDigests = new Map<string, string | undefined>();

/** The digest of a page in a kept edition. */
async function keptDigest(cache: Cache, edition: string, address: string): Promise<string | undefined> {
  const key = `${edition} ${address}`;
  if (!keptDigests.has(key)) {
    const page = await keptPage(cache, new URL(address));
    keptDigests.set(key, page && (await pageDigest(await page.text())));
  }
  return keptDigests.get(key);
}

/** Tells all windows of this book. */
export async function tellWindows(): Promise<void> {
  const windows = await here.clients.matchAll({ type: "window", includeUncontrolled: true });
  await Promise.all(windows.filter(({ url }) => url.startsWith(root())).map(tellWindow));
}
