import { readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";

/** What an import may leave out, in the order in which TypeScript looks; then what only Node knows. */
const extensions = [".ts", ".tsx", ".d.ts", ".js", ".jsx", ".mts", ".cts", ".mjs", ".cjs", ".json", ".node"];

/** The sources that TypeScript means by the name of what it would make of them. */
const sources: Readonly<Record<string, readonly string[]>> = {
  ".js": [".ts", ".tsx"],
  ".jsx": [".tsx"],
  ".mjs": [".mts"],
  ".cjs": [".cts"],
};

/**
 * The file that an import means by a path: itself, its source (`mine.js` is made of `mine.ts`), the path with an
 * extension, or the folder's `main` or `index`. As TypeScript's "bundler" resolution does it, and tsx and esbuild.
 *
 * @param sourceFirst whether `mine.ts` goes before a `mine.js` that lies there as well: for imports in TypeScript
 */
export function findFile(path: string, sourceFirst: boolean): string | undefined {
  const extension = extname(path);
  const made = (sources[extension] ?? []).map((source) => path.slice(0, -extension.length) + source);
  const named = sourceFirst ? [...made, path] : [path, ...made];
  return (
    (extension === "" ? undefined : named.find(isFile)) ??
    extensions.map((extension) => path + extension).find(isFile) ??
    named.find(isFile) ??
    ofFolder(path, sourceFirst)
  );
}

function ofFolder(folder: string, sourceFirst: boolean): string | undefined {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  const main = mainOf(folder);
  const found = main === undefined ? undefined : findFile(join(folder, main), sourceFirst);
  return found ?? extensions.map((extension) => join(folder, `index${extension}`)).find(isFile);
}

function mainOf(folder: string): string | undefined {
  try {
    const { main } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { main?: unknown };
    return typeof main === "string" && !/^\.?\/?$/.test(main) ? main : undefined;
  } catch {
    return undefined; // none, or one that says nothing
  }
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
