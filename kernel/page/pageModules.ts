import type { ImportsTable } from "./importsTable.ts";
import { notHeld } from "./notHeld.ts";

type Namespace = Record<string, unknown>;
type LoadSources = (names: readonly string[]) => Promise<readonly string[]>;

const makeFunction = Function; // a cell may take it away
const fromEntries = Object.fromEntries;

/** The modules of a page's worker: sources that the page hands over, run once each, when a cell first imports them. */
export class PageModules {
  readonly #table: ImportsTable;
  readonly #loadSources: LoadSources;
  readonly #sources = new Map<string, Promise<string>>();
  readonly #modules = new Map<string, { exports: Namespace }>();

  constructor(table: ImportsTable, loadSources: LoadSources) {
    this.#table = table;
    this.#loadSources = loadSources;
  }

  /** Imports as a cell writes it. @throws {Error} for what the page does not hold */
  async import(specifier: string): Promise<Namespace> {
    const file = Object.hasOwn(this.#table.entries, specifier) ? this.#table.entries[specifier] : undefined;
    if (file !== undefined) return withoutEmptyDefault(await this.#load(file));
    throw new Error(
      notHeld(
        specifier,
        Object.keys(this.#table.entries).filter((name) => !name.startsWith("#")),
      ),
    );
  }

  async #load(file: string): Promise<Namespace> {
    const names = this.#allNeeds(file);
    const missing = names.filter((name) => !this.#sources.has(name));
    const coming = missing.length > 0 ? this.#loadSources(missing) : undefined;
    for (const [place, name] of missing.entries())
      this.#sources.set(
        name,
        coming!.then((sources) => sources[place] as string),
      );
    const sources = fromEntries(
      await Promise.all(names.map(async (name) => [name, await this.#sources.get(name)] as const)),
    );
    return this.#run(file, sources as Record<string, string>);
  }

  /** A file and all that it needs, each once. */
  #allNeeds(file: string): string[] {
    const found = new Set([file]);
    for (const name of found) for (const needed of this.#table.needs[name] ?? []) found.add(needed);
    return [...found];
  }

  #run(file: string, sources: Readonly<Record<string, string>>): Namespace {
    const known = this.#modules.get(file);
    if (known) return known.exports;
    const module: { exports: Namespace } = { exports: {} };
    this.#modules.set(file, module);
    const require = (name: string): Namespace => this.#run(plain(name), sources);
    require.import = (name: string): Promise<Namespace> => this.#load(plain(name));
    try {
      // Beside Node, too, a library is to find what a page has: some go by `process` alone.
      const body = `"use strict";return function(module,require){${sources[file]}\n}//# sourceURL=page-module:${file}`;
      makeFunction("process", body)(undefined)(module, require);
    } catch (error) {
      this.#modules.delete(file);
      throw error;
    }
    return module.exports;
  }
}

/** A module without a default export has none: the one that bundling gave it stands for nothing. */
function withoutEmptyDefault(module: Namespace): Namespace {
  if (!("default" in module) || module.default !== undefined) return module;
  const { default: _, ...rest } = Object.getOwnPropertyDescriptors(module);
  return Object.defineProperties({}, rest) as Namespace;
}

const plain = (name: string): string => name.replace(/^\.\//, "");
