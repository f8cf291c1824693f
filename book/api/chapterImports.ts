/** What the cells of a chapter have taken from the library so far. */
export interface LibraryImports {
  /** Names of the packages that the book documents. */
  readonly packages: readonly string[];
  /** Address of an export's entry. */
  entry(name: string): string | undefined;
  /** Names as cells call them, and the exports they stand for. */
  readonly known: Map<string, string>;
}

const importing = /\bimport\s+(?:type\s+)?\{([^}]*)\}\s*from\s*["']([^"']+)["']/g;
const declaring = /\b(?:function\*?|class|const|let|var)\s+([\p{L}_$][\p{L}\d_$]*)/gu;

const isLibrary = (from: string | undefined, { packages }: LibraryImports): boolean =>
  packages.some((own) => from === own || from?.startsWith(`${own}/`) === true);

/**
 * Where the names in a cell lead: to the library, if this cell or one before it imported them. What a cell declares
 * itself is the chapter's own from there on.
 */
export function namesIn(code: string, imports: LibraryImports): (name: string) => string | undefined {
  for (const [, name = ""] of code.matchAll(declaring)) imports.known.delete(name);
  for (const [, list = "", from] of code.matchAll(importing)) {
    for (const item of list.split(",")) {
      const [, name = "", own = name] = /^\s*(?:type\s+)?(\w+)(?:\s+as\s+(\w+))?\s*$/.exec(item) ?? [];
      if (isLibrary(from, imports) && name !== "") imports.known.set(own, name);
    }
  }
  return (name) => {
    const known = imports.known.get(name);
    return known === undefined ? undefined : imports.entry(known);
  };
}
