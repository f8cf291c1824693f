import { cacheName } from "../cacheName.ts";
import type { Kept } from "../messages.ts";
import { addressOf, root, site } from "./site.ts";

const ownName = (): string => cacheName(root(), site.edition);

/** What says in a cache that all of it is there. */
export interface Whole extends Kept {
  /** Windows that were open then, and may show an older edition. */
  readonly openBefore: readonly string[];
}

const wholeMark = (): string => addressOf("-/whole");
const beginMark = (): string => addressOf("-/begun");

/** Names of the caches of this book. */
export const editionNames = async (): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(cacheName(root(), "")));

/** Those beside this worker's own. */
export const otherNames = async (): Promise<string[]> =>
  (await editionNames()).filter((name) => name !== ownName());

/** Whether anything is here of this worker's edition. */
export const hasOwnEdition = (): Promise<boolean> => caches.has(ownName());

/** This worker's edition, as far as it is here; begun if nothing is. */
export const ownEdition = (): Promise<Cache> => caches.open(ownName());

export async function wholeOf(cache: Cache): Promise<Whole | undefined> {
  return (await cache.match(wholeMark()))?.json();
}

export const markWhole = (cache: Cache, whole: Whole): Promise<void> =>
  cache.put(wholeMark(), new Response(JSON.stringify(whole)));

/** When a worker last began to load an edition, in ms. */
async function begunAt(cache: Cache): Promise<number | undefined> {
  const mark = await cache.match(beginMark());
  return mark && Number(await mark.text());
}

export const markBegun = (cache: Cache): Promise<void> =>
  cache.put(beginMark(), new Response(String(Date.now())));

/**
 * Names of the editions that were begun before this worker's. A worker may still run when the next one has begun, and must leave that
 * one alone.
 */
export async function olderNames(): Promise<string[]> {
  const own = (await begunAt(await ownEdition())) ?? 0;
  const older: string[] = [];
  for (const name of await otherNames()) {
    const begun = await begunAt(await caches.open(name));
    if (begun !== undefined && begun <= own) older.push(name);
  }
  return older;
}

/** The newest edition that is here as a whole: this worker's, or else the last one. */
export async function newestWhole(): Promise<{ readonly cache: Cache; readonly whole: Whole } | undefined> {
  let newest: { readonly cache: Cache; readonly whole: Whole } | undefined;
  for (const name of await editionNames()) {
    const cache = await caches.open(name);
    const whole = await wholeOf(cache);
    if (whole && name === ownName()) return { cache, whole };
    if (whole && !(newest && newest.whole.at > whole.at)) newest = { cache, whole };
  }
  return newest;
}
