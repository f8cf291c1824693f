import { newestWhole } from "./editions.ts";
import { here } from "./here.ts";
import { keptPage, lostPage } from "./keptPage.ts";
import { keptWords, lostWithWords, withWords } from "./keptWords.ts";
import { pageDigest } from "./pageDigest.ts";
import { readPages } from "./readPages.ts";
import { tellWindow } from "./tellWindows.ts";
import { within } from "./within.ts";

/** How long the site may take, in ms, before the kept page is shown: who asks again for the same page has time. */
const patience = { firstMs: 3000, againMs: 30_000 };

/**
 * A page: the site's, if it answers in time, else the one that this device keeps, which says so. A page that no edition has is
 * waited for; without a network it is the one for addresses that lead nowhere.
 */
export async function answerPage(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const newest = await newestWhole();
  const network = fromNetwork(request);
  const kept = newest && (await keptPage(newest.cache, new URL(request.url)));
  const ms = request.cache === "default" ? patience.firstMs : patience.againMs;
  const answer = kept ? await within(ms, network) : await network;
  const isLate = answer === "late";
  if (answer && !isLate && (answer.status < 500 || !kept)) {
    if (answer.ok) event.waitUntil(remember(event, answer.clone()));
    return answer;
  }
  const page = kept ?? (newest && (await lostPage(newest.cache)));
  if (!newest || !page) return Response.error();
  if (!page.headers.get("content-type")?.startsWith("text/html")) return page;
  const digest = await pageDigest(await page.clone().text());
  readPages.set(event.resultingClientId, { page: digest });
  if (isLate) event.waitUntil(tellWhenLate(event.resultingClientId, digest, network));
  const words = keptWords(newest.whole.at, isLate);
  return kept ? withWords(page, words) : lostWithWords(page, words, request.url);
}

/** Asked past the browser's own store, where an older page may lie; undefined if nobody answers. */
const fromNetwork = (request: Request): Promise<Response | undefined> =>
  fetch(request, { cache: "no-cache" }).catch(() => undefined);

async function remember({ resultingClientId }: FetchEvent, answer: Response): Promise<void> {
  readPages.set(resultingClientId, { page: await pageDigest(await answer.text()) });
}

async function tellWhenLate(id: string, page: string, network: Promise<Response | undefined>): Promise<void> {
  const answer = await network;
  if (!answer?.ok) return;
  readPages.set(id, { page, late: await pageDigest(await answer.text()) });
  const window = await here.clients.get(id);
  if (window) await tellWindow(window);
}
