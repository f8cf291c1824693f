import { readFileSync } from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";
import { fileURLToPath } from "node:url";

/** A place in a bundle (bundle/makeBundle.ts), as stacks have it. */
const place = new RegExp(`${new URL("../../.bundle/", import.meta.url).href}[^\\s:]+\\.mjs:\\d+:\\d+`, "g");

/** A text in which places in a bundle are those in the sources that it was made of: what Node says of an error, say. */
export function inSources(text: string): string {
  return text.replace(place, (found) => {
    const [, url = "", line, column] = /^(.*):(\d+):(\d+)$/.exec(found) ?? [];
    try {
      const map = JSON.parse(readFileSync(new URL(`${url}.map`), "utf8")) as SourceMapPayload;
      const origin = new SourceMap(map).findOrigin(Number(line), Number(column));
      if (!("fileName" in origin)) return found;
      return `${fileURLToPath(new URL(origin.fileName, url))}:${origin.lineNumber}:${origin.columnNumber}`;
    } catch {
      return found; // removed since
    }
  });
}
