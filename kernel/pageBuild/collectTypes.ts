import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join, resolve } from "node:path";
import type * as TypeScript from "typescript";
import { cellOptions } from "../check/cellOptions.ts";
import { ts } from "../check/typescript.ts";
import { npmSpecifier } from "../node/npmSpecifier.ts";
import { projectPackage } from "../node/projectPackage.ts";
import { fileBeside, type TypesPack, type TypesTable } from "../page/typesTable.ts";
import { declarationOf } from "./declarationOf.ts";
import { TypePaths } from "./typePaths.ts";

/** What TypeScript needs to know of a page's cells. */
export interface PageTypes {
  readonly options: TypeScript.CompilerOptions;
  readonly entries: TypesTable["entries"];
  /** By the name of the package. */
  readonly packs: Readonly<Record<string, TypesPack>>;
  /** The packages that a specifier needs, by specifier; what every cell needs, by the empty one. */
  readonly needs: Readonly<Record<string, readonly string[]>>;
  /** Paths of the files that they were taken from. */
  readonly inputs: readonly string[];
}

interface Collected {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  /** Paths that it leads to, by what it says. */
  readonly imports: ReadonlyMap<string, string>;
}

/** A page has no Node, and what a worker knows in its place. */
const workerLibraries = ["lib.webworker.d.ts"];

/**
 * Collects the types of what cells import, and of what these import in turn: declarations where they can be made of a file
 * alone, since a page needs no more.
 *
 * @param specifiers as cells write them; one without types is left out
 * @param directory where the cells stand
 */
export function collectTypes(specifiers: readonly string[], directory: string): PageTypes {
  const { options } = cellOptions(directory);
  const folders = ts.createModuleResolutionCache(directory, (file) => file, options);
  const paths = new TypePaths();
  const collected = new Map<string, Collected>();
  const libraries = resolve(ts.getDefaultLibFilePath(options), "..");
  const library = (name: string): string => join(libraries, name);
  const find = (asked: string, from: string): string | undefined => {
    const found = ts.resolveModuleName(asked, from, options, ts.sys, folders).resolvedModule
      ?.resolvedFileName;
    // Packages' JavaScript is not read for types.
    return found !== undefined && /\.[mc]?jsx?$/.test(found) && found.includes("/node_modules/")
      ? undefined
      : found;
  };
  const findEntry = (specifier: string): string | undefined => {
    const name = npmSpecifier(specifier)?.bare ?? specifier;
    const project = projectPackage(name);
    return (
      find(name, join(directory, "cell.ts")) ??
      (project === undefined ? undefined : find(name, `${project}cell.ts`))
    );
  };
  const findTypes = (name: string, from: string | undefined): string | undefined =>
    ts.resolveTypeReferenceDirective(name, from, options, ts.sys).resolvedTypeReferenceDirective
      ?.resolvedFileName;

  /** @returns its path in the page */
  const take = (disk: string): string => {
    const file = resolve(disk);
    const known = collected.get(file);
    if (known) return known.path;
    const declared = declarationOf(file, readFileSync(file, "utf8"));
    const { name, path } = paths.of(declared.file);
    const imports = new Map<string, string>();
    collected.set(file, { name, path, text: declared.text, imports });
    if (path.endsWith(".json")) return path;
    const said = ts.preProcessFile(declared.text, true, true);
    const note = (word: string, found: string | undefined): void => {
      if (found !== undefined) imports.set(word, take(found));
    };
    for (const { fileName: asked } of said.importedFiles)
      if (!isBuiltin(asked)) note(asked, find(asked, file));
    for (const { fileName: asked } of said.referencedFiles) note(asked, resolve(file, "..", asked));
    for (const { fileName: asked } of said.typeReferenceDirectives)
      if (asked !== "node") note(`types:${asked}`, findTypes(asked, file));
    for (const { fileName: asked } of said.libReferenceDirectives)
      note(asked, library(`lib.${asked.toLowerCase()}.d.ts`));
    return path;
  };

  const own = (options.lib ?? [ts.getDefaultLibFileName(options)]).filter(
    (name) => !/^lib\.(?:dom|webworker)\b/.test(name),
  );
  const lib = [...own, ...workerLibraries];
  const always = lib.map((name) => take(library(name)));
  const types = (options.types ?? []).filter((name) => name !== "node" && name !== "*");
  const entries: Record<string, string> = {};
  for (const specifier of specifiers) {
    const file = findEntry(specifier);
    if (file !== undefined) entries[specifier] = take(file);
  }
  const files = new Map([...collected.values()].map((each) => [each.path, each]));
  const needs: Record<string, readonly string[]> = { "": packagesOf(always, files) };
  for (const [specifier, path] of Object.entries(entries)) needs[specifier] = packagesOf([path], files);
  return {
    options: { ...withoutPlaces(options), lib, types },
    entries,
    packs: packsOf(files),
    needs,
    inputs: [...collected.keys()],
  };
}

function packagesOf(paths: readonly string[], files: ReadonlyMap<string, Collected>): string[] {
  const seen = new Set(paths);
  for (const path of seen) for (const next of files.get(path)?.imports.values() ?? []) seen.add(next);
  return [...new Set([...seen].flatMap((path) => files.get(path)?.name ?? []))].sort();
}

function packsOf(files: ReadonlyMap<string, Collected>): Record<string, TypesPack> {
  const packs: Record<
    string,
    { files: Record<string, string>; links: Record<string, Record<string, string>> }
  > = {};
  for (const [path, { name, text, imports }] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    packs[name] ??= { files: {}, links: {} };
    const pack = packs[name];
    pack.files[path] = text;
    const links = [...imports].filter(
      ([asked, target]) =>
        !asked.startsWith(".") || fileBeside(path, asked, (file) => files.has(file)) !== target,
    );
    if (links.length > 0) pack.links[path] = Object.fromEntries(links);
  }
  return packs;
}

/** Options that name folders of the machine mean nothing in a page. */
const withoutPlaces = (options: TypeScript.CompilerOptions): TypeScript.CompilerOptions => {
  const {
    configFilePath: _,
    typeRoots: __,
    baseUrl: ___,
    paths: ____,
    pathsBasePath: _____,
    ...rest
  } = options;
  return rest;
};
