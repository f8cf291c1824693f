import { contentHash } from "./cache.ts";

const known = new WeakMap<object, string>();

/** The content of something that does not change, such as a page before it gets its frame, for the keys of all that is made of it. */
export function digestOf(content: object): string {
  const digest = known.get(content) ?? contentHash(content);
  known.set(content, digest);
  return digest;
}
