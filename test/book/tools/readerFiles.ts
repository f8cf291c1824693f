import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Every file of a site that a reader can use. */
export const readerFiles = (site: string): string[] =>
  readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^(?:_headers|\.genloss-book\.json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(site.length));
