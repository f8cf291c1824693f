/** Shorter lines, such as `return true;`, stand everywhere. */
export const leastLength = 20;

/** Where a text stands in a site that must not hold it. */
export interface Leak {
  readonly file: string;
  readonly text: string;
}

/**
 * The texts that stand anywhere in the files: as they are, between the tags of a page, or within a JSON string.
 *
 * @param texts each at least `leastLength` long
 * @param files by path, every byte a character or decoded
 */
export function leaks(texts: Iterable<string>, files: Readonly<Record<string, string>>): Leak[] {
  const byBeginning = new Map<string, string[]>();
  for (const text of texts) {
    if (text.length < leastLength)
      throw new RangeError(`a text must have ${leastLength} characters, got ${text}`);
    const beginning = text.slice(0, leastLength);
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), text]);
  }
  return Object.entries(files).flatMap(([file, bytes]) => {
    const found = new Set<string>();
    for (const form of formsOf(bytes))
      for (let at = 0; at + leastLength <= form.length; at += 1)
        for (const text of byBeginning.get(form.slice(at, at + leastLength)) ?? [])
          if (form.startsWith(text, at)) found.add(text);
    return [...found].map((text) => ({ file, text }));
  });
}

const entities: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  quot: '"',
  amp: "&",
  apos: "'",
  "#39": "'",
  "#x27": "'",
  "#x26": "&",
  "#x3C": "<",
  nbsp: " ",
};

/** The bytes, and what a reader of HTML or of JSON makes of them. */
function formsOf(bytes: string): string[] {
  const inPage = bytes
    .replace(/<[^>]*>/g, "")
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
  const inJson = bytes.replace(/\\(["\\])/g, "$1");
  return [...new Set([bytes, inPage, inJson])];
}
