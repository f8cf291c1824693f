import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { Refusal } from "../../kernel/refusal.ts";
import { type Cache, contentHash } from "../cache.ts";
import type { ApiConfig } from "../config.ts";
import type { Fault } from "../fault.ts";
import { filesUnder } from "../filesUnder.ts";
import { declarations } from "./declarations.ts";
import { describe } from "./describe.ts";
import type { Library, LibraryExport, LibraryGroup } from "./library.ts";
import { createSyntax } from "./syntax.ts";

/**
 * Reads the library that the book documents, from its sources: nothing of it is imported or run.
 * What was read is kept until a source changes, or the code that reads it.
 *
 * @throws {Refusal} (exit code 2) if it has no `package.json`, or that names a module that does not exist
 */
export async function readLibrary(
  root: string,
  config: ApiConfig,
  cache: Cache,
  faults: Fault[],
): Promise<Library> {
  const folders = [config.folder, ...config.packages.map(({ folder }) => folder)];
  const read = await Promise.all(folders.map((folder) => readPackage(root, folder)));
  const sources = new Map(read.flatMap((each) => [...each.sources]));
  const modules = read.flatMap((each) => each.modules);
  const reader = await textsOf(import.meta.dirname, ".");
  const ingredients = [modules, contentHash([...sources]), contentHash([...reader])];
  const exports = await cache.remember("library", ingredients, () => readExports(sources, modules));
  faults.push(...exports.flatMap(headerFaults));
  const [{ name }, ...others] = read as [Package, ...Package[]];
  return {
    package: name,
    others: others.map((each) => each.name),
    groups: grouped(exports, config),
    sources,
  };
}

/** A package's name, its sources, and the modules that it offers: what programs import, and the file behind it. */
interface Package {
  readonly name: string;
  readonly modules: readonly (readonly [module: string, entry: string])[];
  readonly sources: ReadonlyMap<string, string>;
}

async function readPackage(root: string, folder: string): Promise<Package> {
  const text = await readFile(join(root, folder, "package.json"), "utf8").catch(() =>
    refuse(`${folder}/package.json must exist: api in book.yml names the folder`),
  );
  const { name, exports } = JSON.parse(text) as { name: string; exports: Record<string, unknown> };
  const modules = Object.entries(exports).flatMap(([path, file]) =>
    typeof file === "string" && file.endsWith(".ts")
      ? [[posix.join(name, path), posix.join(folder, file)] as const]
      : [],
  );
  const sources = await textsOf(root, folder);
  for (const [module, entry] of modules) {
    if (!sources.has(entry)) refuse(`${entry}, which is ${module} in ${folder}/package.json, must exist`);
  }
  return { name, modules, sources };
}

function refuse(reason: string): never {
  throw new Refusal(`Cannot build the book: ${reason}`, 2);
}

async function textsOf(root: string, folder: string): Promise<Map<string, string>> {
  const paths = (await filesUnder(root, folder)).filter((path) => path.endsWith(".ts"));
  const texts = paths.map(async (path) => [path, await readFile(join(root, path), "utf8")] as const);
  return new Map(await Promise.all(texts));
}

async function readExports(
  sources: ReadonlyMap<string, string>,
  modules: readonly (readonly [module: string, entry: string])[],
): Promise<LibraryExport[]> {
  const { default: typescript } = await import("typescript");
  const syntax = createSyntax(typescript);
  const found = modules.flatMap(([module, entry]) =>
    declarations(typescript, sources, entry).map((declared) => ({ module, declared })),
  );
  const all = new Map(found.map(({ declared }) => [declared.name, declared]));
  const seen = new Set<string>();
  return found.flatMap(({ module, declared }) => {
    // What two modules offer is told of once, with the first.
    const place = `${declared.file} ${declared.name}`;
    if (seen.has(place)) return [];
    seen.add(place);
    return [{ ...describe(syntax, declared, all), module }];
  });
}

function headerFaults({ name, file, doc, stale }: LibraryExport): Fault[] {
  const fault = (message: string): Fault => ({ file, rule: "header", message });
  return [
    ...(doc.text === "" ? [fault(`${name} has no header; say above it in a sentence what it is`)] : []),
    ...stale.map((param) => fault(`${name} has no parameter "${param}"; correct the @param in its header`)),
  ];
}

/** One group per folder of the library, first those that the contents name, in their order; then one per package. */
function grouped(exports: readonly LibraryExport[], config: ApiConfig): LibraryGroup[] {
  const { folder: root, packages } = config;
  const folderOf = ({ file }: LibraryExport): string =>
    packages.find(({ folder }) => file.startsWith(`${folder}/`))?.folder ??
    file.slice(root.length + 1).split("/")[0] ??
    "";
  const named = config.groups.map(({ folder }) => folder);
  const last = packages.map(({ folder }) => folder);
  const unnamed = [...new Set(exports.map(folderOf))]
    .filter((folder) => ![...named, ...last].includes(folder))
    .sort();
  return [...named, ...unnamed, ...last].flatMap((folder) => {
    const own = exports.filter((each) => folderOf(each) === folder).sort(byName);
    if (own.length === 0) return [];
    const { title, about } = [...config.groups, ...packages].find((group) => group.folder === folder) ?? {
      title: folder,
      about: "",
    };
    return [{ folder, title, about, page: `api/${folder.replace(/\.ts$/, "")}.html`, exports: own }];
  });
}

/** What runs before what describes it, each by name, capitals or not. */
function byName(a: LibraryExport, b: LibraryExport): number {
  if (a.kind !== b.kind) return a.kind === "value" ? -1 : 1;
  const [left, right] = [a.name.toLowerCase(), b.name.toLowerCase()];
  if (left !== right) return left < right ? -1 : 1;
  return a.name < b.name ? -1 : 1;
}
