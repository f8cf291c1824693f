import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PageEntry } from "./config.ts";

/** A page of front or back matter with its text. */
export interface Page extends PageEntry {
  readonly title: string;
  /** Its markdown, relative to the project: what messages name. */
  readonly path: string;
  readonly source: string;
  /** Its page, relative to the site. */
  readonly page: string;
}

/** Reads a page; undefined if there is no such file. */
export async function readPage(root: string, entry: PageEntry): Promise<Page | undefined> {
  const path = `book/pages/${entry.file}`;
  const source = await readFile(join(root, path), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return;
    throw error;
  });
  if (source === undefined) return undefined;
  const title = /^#\s+(.+)$/m.exec(source)?.[1]?.trim() ?? entry.slug;
  return { ...entry, title, path, source, page: `${entry.slug}.html` };
}
