import { contentHash } from "../cache.ts";
import { policyOf } from "../policy.ts";
import { digestLength, type SiteFile, type SiteFiles } from "./siteFiles.ts";

/** For programs that look for pages; no reader asks for it. */
const notKept = /^(?:sitemap\.xml|robots\.txt)$/;

/** Everything that readers can use, with what tells whether it has changed. */
export function listSite(files: ReadonlyMap<string, string | Buffer>): SiteFiles {
  const listed = [...files]
    .filter(([path]) => !notKept.test(path))
    .map(([path, content]): SiteFile => {
      const bytes = typeof content === "string" ? Buffer.from(content) : content;
      const policy = policyOf(path, () => String(content));
      const digest = contentHash(bytes, digestLength);
      return [path, policy === undefined ? digest : `${digest}-${contentHash(policy, 8)}`, bytes.length];
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return { edition: contentHash(listed, digestLength), files: listed };
}
