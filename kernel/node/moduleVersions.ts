import { statSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { withoutVersion } from "./authorFile.ts";

const { cache } = createRequire(import.meta.url);

interface TrackedModule {
  changed: number;
  version: number;
  /** Modules that import this one. */
  readonly importers: Set<string>;
}

/**
 * Lets a file be imported again after it was edited. Node keeps a module for good under its URL, so a file that
 * changed, or that imports one that did, gets a new URL.
 */
export class ModuleVersions {
  readonly #modules = new Map<string, TrackedModule>();

  /** The URL under which a module is loaded now. Both are file URLs; `importer` is the module that asks. */
  urlOf(url: string, importer: string | undefined): string {
    const found = this.#modules.get(url);
    const module = found ?? { changed: changedAt(url), version: 0, importers: new Set<string>() };
    if (!found) this.#modules.set(url, module);
    if (importer !== undefined) module.importers.add(withoutVersion(importer));
    return module.version === 0 ? url : `${url}?version=${module.version}`;
  }

  /** Looks which files were edited since they were loaded. */
  refresh(): void {
    const stale = new Set<string>();
    const mark = (url: string): void => {
      if (stale.has(url)) return;
      stale.add(url);
      for (const importer of this.#modules.get(url)?.importers ?? []) mark(importer);
    };
    for (const [url, module] of this.#modules) {
      const changed = changedAt(url);
      if (changed !== module.changed) mark(url);
      module.changed = changed;
    }
    for (const url of stale) {
      const module = this.#modules.get(url);
      if (module) module.version += 1;
      delete cache[fileURLToPath(url)]; // of CommonJS, which goes by its path
    }
  }
}

/** When the file was last written, in ms; 0 for one that is gone. */
const changedAt = (url: string): number =>
  statSync(fileURLToPath(url), { throwIfNoEntry: false })?.mtimeMs ?? 0;
