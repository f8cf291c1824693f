import type { PortableObject } from "./portable.ts";

/** Kinds that go as copies: what a call changes in them is carried back. */
export const copied: ReadonlySet<PortableObject["kind"]> = new Set([
  "array",
  "object",
  "bare",
  "map",
  "set",
  "numbers",
  "stream",
]);
