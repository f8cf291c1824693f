// Rebuilds digits.json from scikit-learn's wheel: `node data/digits/rebuild.ts`. Needs Python's pip.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { jsonRows } from "../rebuild/jsonRows.ts";
import { pypiWheel } from "../rebuild/packageFolder.ts";
import { writeFiles } from "../rebuild/writeFiles.ts";

/** The committed file by its name: one image per line, label first, then 64 pixels as one base-17 digit each. */
export async function rebuilt(): Promise<Map<string, string>> {
  await using source = await pypiWheel("scikit-learn==1.9.1");
  const packed = await readFile(join(source.path, "sklearn/datasets/data/digits.csv.gz"));
  const lines = gunzipSync(packed).toString("utf8").trim().split("\n");
  const rows = lines.map((line) => {
    const numbers = line.split(",").map(Number);
    const pixels = numbers.slice(0, 64).map((value) => value.toString(17));
    return `${numbers[64]} ${pixels.join("")}`;
  });
  return new Map([["digits.json", jsonRows(rows)]]);
}

if (import.meta.main) await writeFiles(import.meta.url, await rebuilt());
