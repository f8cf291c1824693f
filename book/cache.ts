import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeWhole } from "../kernel/files/writeWhole.ts";

/** A store of results by what they were made from. Losing it costs time and nothing else. */
export interface Cache {
  /** The stored result for these ingredients, or a fresh one, which is then stored. */
  remember<T>(kind: string, ingredients: unknown, make: () => T | Promise<T>): Promise<T>;
  read<T>(kind: string, ingredients: unknown): Promise<T | undefined>;
  write(kind: string, ingredients: unknown, value: unknown): Promise<void>;
}

/** Short name of any JSON-like content; equal content has the same name on every machine. */
export function contentHash(content: unknown, length = 32): string {
  const bytes = typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content);
  return createHash("sha256").update(bytes).digest("hex").slice(0, length);
}

/** A cache of JSON files in a folder, one per result. */
export function folderCache(folder: string): Cache {
  const pathOf = (kind: string, ingredients: unknown): string =>
    join(folder, kind, `${contentHash(ingredients)}.json`);
  const cache: Cache = {
    async read(kind, ingredients) {
      const text = await readFile(pathOf(kind, ingredients), "utf8").catch(() => undefined);
      return text === undefined ? undefined : JSON.parse(text);
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
