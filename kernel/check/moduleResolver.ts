import { isBuiltin } from "node:module";
import { fileURLToPath } from "node:url";
import type * as TypeScript from "typescript";
import { npmSpecifier } from "../node/npmSpecifier.ts";
import { projectPackage } from "../node/projectPackage.ts";
import type { Resolver } from "./languagePlace.ts";
import { ts } from "./typescript.ts";

const notFound = { resolvedModule: undefined } as TypeScript.ResolvedModuleWithFailedLookupLocations;

const tslab = fileURLToPath(new URL("../tslab/tslab.ts", import.meta.url));
/** In a package it is JavaScript. */
const extension = tslab.endsWith(".ts") ? ts.Extension.Ts : ts.Extension.Js;

/**
 * Finds the files of imports, and remembers them: a notebook makes a program for each cell, and TypeScript alone would
 * look up again, every time, what the libraries import and does not exist as a file ("node:fs").
 *
 * What a cell imports in vain is looked up anew, since it may be installed meanwhile.
 *
 * @param read the text of a file, cells included
 */
export function moduleResolver(
  directory: string,
  options: TypeScript.CompilerOptions,
  read: (file: string) => string | undefined,
): Required<Resolver> {
  const folders = ts.createModuleResolutionCache(directory, (file) => file, options);
  const found = new Map<string, TypeScript.ResolvedModuleWithFailedLookupLocations>();
  const host = {
    ...ts.sys,
    readFile: read,
    fileExists: (file: string) => isCell(file, read) || ts.sys.fileExists(file),
  };
  const resolve = (
    asked: string,
    from: string,
    mode: TypeScript.ResolutionMode,
  ): TypeScript.ResolvedModuleWithFailedLookupLocations => {
    if (/^(?:nowhere|jsr|https?):/.test(asked)) return notFound;
    const name = npmSpecifier(asked)?.bare ?? asked;
    const key = [name, mode, from.slice(0, from.lastIndexOf("/"))].join("\n");
    const known = found.get(key);
    if (known) return known;
    const resolved = ts.resolveModuleName(name, from, options, host, folders, undefined, mode);
    if (resolved.resolvedModule || isBuiltin(name) || from.includes("/node_modules/")) {
      found.set(key, resolved);
      return resolved;
    }
    folders.clear();
    const project = projectPackage(name);
    if (project !== undefined)
      return ts.resolveModuleName(name, `${project}package.json`, options, host, undefined, undefined, mode);
    if (name !== "tslab") return resolved;
    return { ...resolved, resolvedModule: { resolvedFileName: tslab, extension } };
  };
  return {
    getModuleResolutionCache: () => folders,
    resolveModuleNameLiterals: (literals, from, _redirected, _options, sourceFile) =>
      literals.map((literal) => {
        // TypeScript's own addition, for what JSX is made of: in a file that has none it is never used.
        if (literal.pos < 0 && /jsx-(?:dev-)?runtime$/.test(literal.text) && !from.endsWith("x"))
          return notFound;
        return resolve(literal.text, from, ts.getModeForUsageLocation(sourceFile, literal, options));
      }),
  };
}

const isCell = (file: string, read: (file: string) => string | undefined): boolean =>
  /\/cell-\d+\.ts$/.test(file) && read(file) !== undefined;
