import { fileURLToPath } from "node:url";
import { bundleScript } from "../bundleScript.ts";
import type { Cache } from "../cache.ts";
import { listSite } from "./listSite.ts";

/** What keeps the book on a device: the list of the site's files, and the program. */
export async function serviceWorker(
  files: ReadonlyMap<string, string | Buffer>,
  cache: Cache,
): Promise<string> {
  const entry = fileURLToPath(new URL("../theme/offline/worker/worker.ts", import.meta.url));
  const { text } = await bundleScript([entry], cache);
  return `const siteFiles=${JSON.stringify(listSite(files))};\n${text}`;
}
