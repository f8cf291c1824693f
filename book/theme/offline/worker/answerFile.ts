import { isHashed } from "../../../offline/isHashed.ts";
import { newestWhole } from "./editions.ts";
import { keptPage } from "./keptPage.ts";
import { root } from "./site.ts";
import { within } from "./within.ts";

/** How long the site may take, in ms, before the kept file is given. */
const patienceMs = 3000;

/**
 * A file that is no page. One whose name tells its content is the same wherever it is kept, in an edition that is not whole yet,
 * too; of others the site's comes first.
 */
export async function answerFile(request: Request): Promise<Response> {
  const url = new URL(request.url);
  if (isHashed(url.href.slice(root().length)))
    return (await caches.match(url.origin + url.pathname, { ignoreVary: true })) ?? fetch(request);
  const newest = await newestWhole();
  const kept = newest && (await keptPage(newest.cache, url));
  if (!kept) return fetch(request);
  const network = fetch(request).catch(() => undefined);
  const answer = await within(patienceMs, network);
  return answer && answer !== "late" && answer.status < 500 ? answer : kept;
}
