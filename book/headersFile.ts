import { policyOf } from "./policy.ts";

/** As hosts of static files read it; others have settings of their own for the same. */
export const headersFileName = "_headers";

/**
 * A site's policies, for a host of static files: a rule for each page and one for the worker. None is for all files: what two rules
 * say of one file a browser takes together, and the worker would have its page's too.
 */
export function headersFile(files: ReadonlyMap<string, string | Buffer>): string {
  const rules = [...files].flatMap(([path, content]) => {
    const policy = policyOf(path, () => String(content));
    return policy === undefined ? [] : addresses(path).map((address) => rule(address, policy));
  });
  return `${[...new Set(rules)].sort().join("\n")}\n`;
}

/** Where a host may serve a file; many leave the ending away. One rule does for a folder: hosts allow a hundred. */
function addresses(path: string): string[] {
  if (!path.endsWith(".html")) return [`/${path}`];
  const folder = /^.*\//.exec(path)?.[0];
  if (folder !== undefined) return [`/${folder}*`];
  return [`/${path}`, path === "index.html" ? "/" : `/${path.slice(0, -".html".length)}`];
}

const rule = (address: string, policy: string): string => `${address}\n  Content-Security-Policy: ${policy}`;
