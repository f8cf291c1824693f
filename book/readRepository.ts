import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Where `git clone` finds the project, as its `package.json` says; undefined if it does not say. */
export async function readRepository(root: string): Promise<string | undefined> {
  const text = await readFile(join(root, "package.json"), "utf8").catch(() => "{}");
  const { repository } = JSON.parse(text) as { repository?: string | { url?: string } };
  const url = typeof repository === "string" ? repository : repository?.url;
  // npm writes "git+" before an address, and knows "owner/name" for GitHub.
  return url?.replace(/^git\+/, "").replace(/^(?:github:)?([\w.-]+\/[\w.-]+)$/, "https://github.com/$1.git");
}
