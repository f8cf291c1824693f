import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../kernel/files/writeWhole.ts";

/** A store of results by what they were made from. Losing it costs time and nothing else. */
export interface Cache {
  /** The stored result for these ingredients, or a fresh one, which is then stored. */
  remember<T>(kind: string, ingredients: unknown, make: () => T | Promise<T>): Promise<T>;
  /**
   * The same for what changes with every sentence: of each name only the last result is kept, so that a day of writing does not
   * fill the disk.
   *
   * @param isKept false for a result that is to be made anew the next time, such as one with faults
   */
  latest<T>(
    kind: string,
    name: string,
    ingredients: unknown,
    make: () => T | Promise<T>,
    isKept?: (made: T) => boolean,
  ): Promise<T>;
  read<T>(kind: string, ingredients: unknown): Promise<T | undefined>;
  write(kind: string, ingredients: unknown, value: unknown): Promise<void>;
}

/** Short name of any JSON-like content; equal content has the same name on every machine. */
export function contentHash(content: unknown, length = 32): string {
  const bytes = typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content);
  return createHash("sha256").update(bytes).digest("hex").slice(0, length);
}

/** What follows the key of a last result: a text is kept as it is, which is read in a tenth of the time of one in JSON. */
const [textMark, jsonMark] = [" ", "\n"];

/** Nothing else waits while a cache is read, and without threads a file is there in a third of the time. */
function bytesAt(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/**
 * A cache of JSON files in a folder, one per result.
 *
 * @param scope keeps last results apart from those of another scope, such as a flavour, in which the same names have others
 */
export function folderCache(folder: string, scope = ""): Cache {
  const pathOf = (kind: string, ingredients: unknown): string =>
    join(folder, kind, `${contentHash(ingredients)}.json`);
  const cache: Cache = {
    async read(kind, ingredients) {
      const text = bytesAt(pathOf(kind, ingredients))?.toString("utf8");
      return text === undefined ? undefined : JSON.parse(text);
    },
    async latest<T>(
      kind: string,
      name: string,
      ingredients: unknown,
      make: () => T | Promise<T>,
      isKept: (made: T) => boolean = () => true,
    ) {
      const path = join(folder, kind, `${[scope, name].join("-").replaceAll(/[^\w.-]+/g, "-")}.json`);
      const key = contentHash(ingredients);
      // The key is compared as bytes: a result that is not wanted is never made a text.
      const stored = bytesAt(path);
      if (stored?.subarray(0, key.length).equals(Buffer.from(key))) {
        const text = stored.toString("utf8", key.length + 1);
        return (stored[key.length] === textMark.charCodeAt(0) ? text : JSON.parse(text)) as T;
      }
      const fresh = await make();
      if (isKept(fresh)) {
        const isText = typeof fresh === "string" && fresh.isWellFormed();
        writeWhole(path, isText ? key + textMark + fresh : key + jsonMark + JSON.stringify(fresh));
      }
      return fresh;
    },
    async write(kind, ingredients, value) {
      // Two builds may run side by side: a file is complete before it gets its name.
      writeWhole(pathOf(kind, ingredients), JSON.stringify(value));
    },
    async remember<T>(kind: string, ingredients: unknown, make: () => T | Promise<T>) {
      const stored = await cache.read<T>(kind, ingredients);
      if (stored !== undefined) return stored;
      const fresh = await make();
      await cache.write(kind, ingredients, fresh);
      return fresh;
    },
  };
  return cache;
}
