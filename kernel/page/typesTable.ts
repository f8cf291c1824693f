import type * as TypeScript from "typescript";

/** What TypeScript is told in a page, made as the page is built. Paths are of no machine: `/package/file`. */
export interface TypesTable {
  readonly options: TypeScript.CompilerOptions;
  /** The file of each specifier, as cells write it, that has types. */
  readonly entries: Readonly<Record<string, string>>;
  /** What cells may import; some of it may have no types. */
  readonly held: readonly string[];
}

/** The types of a package: files that belong together. */
export interface TypesPack {
  readonly files: Readonly<Record<string, string>>;
  /** By file, what its imports lead to where their own words do not tell. */
  readonly links: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The folder of TypeScript's own library. */
export const libraryFolder = "/typescript/lib";

/** The file that a relative import means, among those that there are. */
export function fileBeside(
  from: string,
  asked: string,
  isThere: (file: string) => boolean,
): string | undefined {
  const { pathname } = new URL(asked, `file://${from}`);
  const path = decodeURI(pathname);
  const stem = path.replace(/\.[mc]?[jt]sx?$/, "");
  const endings = [".d.ts", ".ts", ".tsx", "/index.d.ts", "/index.ts", ".d.mts", ".d.cts"];
  return [path, ...endings.map((ending) => stem + ending), `${path}.d.ts`, `${path}/index.d.ts`].find(
    isThere,
  );
}
