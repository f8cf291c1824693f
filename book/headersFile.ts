import { isHashed } from "./offline/isHashed.ts";
import { serviceWorkerName } from "./offline/serviceWorkerName.ts";
import { policyOf } from "./policy.ts";

/** As hosts of static files read it; others have settings of their own for the same. */
export const headersFileName = "_headers";

/**
 * A site's policies, and how long its files may be taken from a browser's store, for a host of static files: a rule for each page
 * and one for each worker. No policy is for all files: what two rules say of one file a browser takes together, and the worker would
 * have its page's too.
 */
export function headersFile(files: ReadonlyMap<string, string | Buffer>): string {
  const rules = [...files].flatMap(([path, content]) => {
    const policy = policyOf(path, () => String(content));
    if (policy === undefined)
      return isHashed(path) ? [rule(likeIt(path), [`Cache-Control: ${forGood}`])] : [];
    const headers = [
      `Content-Security-Policy: ${policy}`,
      ...(asksAgain(path) ? ["Cache-Control: no-cache"] : []),
    ];
    return addresses(path).map((address) => rule(address, headers));
  });
  return `${[...new Set(rules)].sort().join("\n")}\n`;
}

/** Their names tell what is in them. */
const forGood = "public, max-age=31536000, immutable";

/** A new edition is seen by these, under the names of the old one. */
const asksAgain = (path: string): boolean => path.endsWith(".html") || path === serviceWorkerName;

/** Where a host may serve a file; many leave the ending away. One rule does for a folder: hosts allow a hundred. */
function addresses(path: string): string[] {
  if (!path.endsWith(".html")) return [`/${path}`];
  const folder = /^.*\//.exec(path)?.[0];
  if (folder !== undefined) return [`/${folder}*`];
  return [`/${path}`, path === "index.html" ? "/" : `/${path.slice(0, -".html".length)}`];
}

/** All files of a folder that end as this one. */
const likeIt = (path: string): string => `/${path.replace(/[^/]+(?=\.\w+$)/, "*")}`;

const rule = (address: string, headers: readonly string[]): string =>
  [address, ...headers.map((header) => `  ${header}`)].join("\n");
