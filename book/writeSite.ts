import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/**
 * Writes the site beside its place, then swaps the folders: a reader or a crash in between
 * meets a whole site, the old one or the new.
 */
export async function writeSite(out: string, files: ReadonlyMap<string, string | Buffer>): Promise<void> {
  const beside = (what: string): string =>
    join(dirname(out), `.${basename(out)}-${what}-${randomUUID().slice(0, 8)}`);
  const [fresh, stale] = [beside("new"), beside("old")];
  try {
    const folders = new Set([...files.keys()].map((path) => dirname(join(fresh, path))));
    for (const folder of folders) await mkdir(folder, { recursive: true });
    await Promise.all([...files].map(([path, content]) => writeFile(join(fresh, path), content)));
    await rename(out, stale).catch((error) => {
      if (error.code !== "ENOENT") throw error;
    });
    await rename(fresh, out);
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(stale, { recursive: true, force: true });
  }
}
