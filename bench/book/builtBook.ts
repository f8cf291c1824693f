import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildBook } from "../../book/build.ts";
import { runNotebook } from "../../kernel/run/runNotebook.ts";

/** The real book as a site, built in a folder of its own from what the cache has; `SITE` names one that is built. */
export async function builtBook(): Promise<AsyncDisposable & { readonly folder: string }> {
  if (process.env.SITE) return { folder: process.env.SITE, async [Symbol.asyncDispose]() {} };
  const folder = await mkdtemp(join(tmpdir(), "genloss-book-"));
  const root = fileURLToPath(new URL("../../", import.meta.url));
  await buildBook({ root, run: runNotebook, out: join(folder, "site") });
  return {
    folder: join(folder, "site"),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
