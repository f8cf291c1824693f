import type { Notebook } from "../../kernel/notebook/notebook.ts";
import { codeHash } from "../codeHash.ts";
import { digestOf, notebookDigest } from "../digestOf.ts";
import { renderChapterBody } from "./chapterBody.ts";
import type { Context } from "./context.ts";

/** A chapter's body, and what else came of rendering it. */
interface KeptBody {
  readonly body: string;
  /** What the context has gathered on the way, whatever it is called; sets and maps as lists. */
  readonly gathered: Readonly<Record<string, Kept>>;
  /** What its cells have imported. */
  readonly imported: readonly (readonly [string, string])[];
  /** The code in it: what highlights must know of all that stands in the book. */
  readonly code: readonly string[];
}

type Kept =
  | { readonly set: readonly unknown[] }
  | { readonly map: readonly (readonly [unknown, unknown])[] }
  | { readonly value: unknown };

/**
 * A chapter's body, rendered, unless that was done before of the same things. Either way the context holds afterwards what rendering
 * gathers.
 *
 * @param context in which nothing is gathered yet: its downloads and faults, too, are those of this chapter alone
 * @param exported what the context's imports know of the library
 */
export async function keptBody(notebook: Notebook, context: Context, exported: unknown): Promise<string> {
  const { chapter, chapters, labels, bibliography, glossary, flavour, highlight, cache, imports } = context;
  const ingredients = [
    ...[
      await codeHash(),
      digestOf(chapter),
      notebookDigest(notebook),
      flavour,
      glossary,
      imports.packages,
      exported,
    ],
    ...[[...chapters].map(([file, { page }]) => [file, page]), [...labels], [...bibliography]],
  ];
  // What is said of a fault may have been the machine's, and is to be said again.
  let isSound = true;
  const { body, gathered, imported, code } = await cache.latest<KeptBody>(
    ...(["chapters", chapter.file, ingredients] as const),
    async () => {
      const code = new Set<string>();
      const noted = (text: string): string => {
        code.add(text);
        return highlight(text);
      };
      const inner: Context = { ...context, highlight: Object.assign(noted, highlight) };
      const body = await renderChapterBody(notebook, inner);
      isSound = inner.faults.length === 0;
      return { body, gathered: gatheredIn(inner), imported: [...imports.known], code: [...code] };
    },
    () => isSound,
  );
  Object.assign(context, asGathered(gathered));
  for (const [name, own] of imported) imports.known.set(name, own);
  for (const text of code) highlight(text);
  return body;
}

/** All but what a context is given. */
function gatheredIn(context: Context): Record<string, Kept> {
  const { chapter, chapters, labels, bibliography, glossary, flavour, highlight, cache, imports, ...own } =
    context;
  return Object.fromEntries(
    Object.entries(own).map(([name, value]: [string, unknown]): [string, Kept] => {
      if (value instanceof Set) return [name, { set: [...value] }];
      return [name, value instanceof Map ? { map: [...value] } : { value }];
    }),
  );
}

const asGathered = (gathered: Readonly<Record<string, Kept>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(gathered).map(([name, kept]) => {
      if ("set" in kept) return [name, new Set(kept.set)];
      return [name, "map" in kept ? new Map(kept.map) : kept.value];
    }),
  );
