import { readFileSync } from "node:fs";

/** The text of a source file and of all that it imports by a relative path, in the order in which they are met. */
export function sourcesBehind(file: URL): string[] {
  const files = [file.href];
  const texts: string[] = [];
  for (const each of files) {
    const text = readFileSync(new URL(each), "utf8");
    texts.push(text);
    for (const [, name = ""] of text.matchAll(/\bfrom "(\.[^"]+)"/g)) {
      const { href } = new URL(name, each);
      if (!files.includes(href)) files.push(href);
    }
  }
  return texts;
}
