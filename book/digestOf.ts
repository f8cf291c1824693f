import type { Notebook } from "../kernel/notebook/notebook.ts";
import { contentHash } from "./cache.ts";

const known = new WeakMap<object, string>();

/** The content of something that does not change, such as a page before it gets its frame, for the keys of all that is made of it. */
export function digestOf(content: object): string {
  const digest = known.get(content) ?? contentHash(Object.entries(content).map(shortened));
  known.set(content, digest);
  return digest;
}

/** A page's text and its formulas are megabytes, and JSON takes longer to write them than all else takes. */
function shortened([name, value]: [string, unknown]): unknown {
  if (typeof value === "string") return [name, "text", contentHash(value)];
  if (!Array.isArray(value) || !value.every((each) => typeof each === "string")) return [name, "json", value];
  return [name, "texts", value.map(({ length }) => length), contentHash(value.join(""))];
}

/** The same of a notebook, of whose cells some are digested alone as well: their outputs are megabytes. */
export const notebookDigest = ({ cells, ...rest }: Notebook): string =>
  contentHash([rest, cells.map(digestOf)]);
