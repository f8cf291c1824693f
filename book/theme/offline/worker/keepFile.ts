import { isHashed } from "../../../offline/isHashed.ts";
import { digestLength, type SiteFile } from "../../../offline/siteFiles.ts";
import { digestOf } from "./digestOf.ts";
import { LoadFailure } from "./loadFailure.ts";
import { addressOf } from "./site.ts";

/** Under which a kept file carries its version. */
const versionHeader = "x-book-version";

/** How the content was packed for the way, which is over. */
const ofTheWay = ["content-encoding", "content-length", "transfer-encoding"];

/**
 * Puts a file of the list into an edition: from another edition, if it is the same there, else from the site.
 *
 * @throws {LoadFailure} if the site does not answer, sends something else, or the device has no room
 */
export async function keepFile(
  [path, version]: SiteFile,
  edition: Cache,
  others: readonly Cache[],
  signal: AbortSignal,
): Promise<void> {
  const address = addressOf(path);
  let file: Response | undefined;
  for (const other of others) {
    const kept = await other.match(address, { ignoreVary: true });
    if (kept?.headers.get(versionHeader) === version) file = kept;
  }
  // What a browser has still in its own store may be from before; then the site is asked past it.
  file ??= await fetched(address, version, isHashed(path) ? "default" : "no-cache", signal);
  file ??= await fetched(address, version, "reload", signal);
  if (!file) throw new LoadFailure("changed");
  await edition.put(address, file).catch((cause) => {
    throw new LoadFailure("room", { cause });
  });
}

/** A file as the site sends it, if it is this version. */
async function fetched(
  address: string,
  version: string,
  cache: RequestCache,
  signal: AbortSignal,
): Promise<Response | undefined> {
  const unreachable = (cause: unknown): never => {
    throw new LoadFailure("network", { cause });
  };
  // What the reader looks at comes first.
  const answer = await fetch(address, { cache, signal, priority: "low" }).catch(unreachable);
  if (answer.status >= 500) unreachable(answer.status);
  if (!answer.ok) return undefined;
  const bytes = await answer.arrayBuffer().catch(unreachable);
  if ((await digestOf(bytes)) !== version.slice(0, digestLength)) return undefined;
  const headers = new Headers(answer.headers);
  for (const name of ofTheWay) headers.delete(name);
  headers.set(versionHeader, version);
  // Made anew: one that came by a redirect could not be shown as a page.
  return new Response(bytes, { headers });
}
