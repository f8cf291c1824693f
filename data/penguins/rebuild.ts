// Rebuilds penguins.json from the npm package: `node data/penguins/rebuild.ts`.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { jsonRows } from "../rebuild/jsonRows.ts";
import { npmPackage } from "../rebuild/packageFolder.ts";
import { writeFiles } from "../rebuild/writeFiles.ts";

/** The committed file by its name: one bird per line, in the order of the source, nothing changed. */
export async function rebuilt(): Promise<Map<string, string>> {
  await using source = await npmPackage("vega-datasets@3.2.1");
  const birds: unknown[] = JSON.parse(await readFile(join(source.path, "data/penguins.json"), "utf8"));
  return new Map([["penguins.json", jsonRows(birds)]]);
}

if (import.meta.main) await writeFiles(import.meta.url, await rebuilt());
