import { createRequire, registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import { isAuthorFile } from "./authorFile.ts";
import { loadFile } from "./loadFile.ts";
import { ModuleVersions } from "./moduleVersions.ts";
import { resolveImport } from "./resolveImport.ts";
import { withDefault } from "./withDefault.ts";

/** What a module that stands in a folder can do. */
export interface ModulePlace {
  /** `import()` */
  load(specifier: string, options?: ImportCallOptions): Promise<Record<string, unknown>>;
  /** `import.meta.resolve()` */
  resolve(specifier: string): string;
  readonly require: NodeJS.Require;
  /** Lets go of the process's hooks; what was loaded stays. */
  close(): void;
}

/** The made-up module, as stack traces name it. */
export const importsModule = "cell-imports.mjs?generation-loss";

/** How many places are open, by the URL of their made-up module. */
const places = new Map<string, number>();
const versions = new ModuleVersions();
let hooks: { deregister(): void } | undefined;

/**
 * Imports as a module in that folder would see them: the folder's packages, its neighbours, TypeScript files.
 *
 * Node resolves an import from the module that asks. So one module is made up for the folder, never written
 * to disk, and asked to import on behalf of the cells.
 *
 * A file outside `node_modules` that was edited since its last import is loaded anew, with all that import it.
 */
export async function importFrom(directory: string): Promise<ModulePlace> {
  const url = new URL(`./${importsModule}`, pathToFileURL(`${directory}/`)).href;
  places.set(url, (places.get(url) ?? 0) + 1);
  hooks ??= registerOwn();
  const { load, resolve } = (await import(url)) as Pick<ModulePlace, "load" | "resolve">;
  const require = createRequire(url);
  return {
    async load(specifier, options) {
      versions.refresh();
      return withDefault(await load(specifier, options));
    },
    resolve,
    require: Object.assign((specifier: string): unknown => {
      versions.refresh();
      return require(specifier);
    }, require),
    close() {
      const others = (places.get(url) ?? 0) - 1;
      if (others > 0) places.set(url, others);
      else places.delete(url);
      if (places.size > 0) return;
      hooks?.deregister();
      hooks = undefined;
    },
  };
}

/** However many places are open, the process has one pair of hooks. */
function registerOwn(): typeof hooks {
  return registerHooks({
    resolve(specifier, context, next) {
      if (places.has(specifier)) return { url: specifier, format: "module", shortCircuit: true };
      const { parentURL = "" } = context;
      const isCell = places.has(parentURL);
      const resolved = resolveImport(specifier, context, next, isCell);
      if (!isEditable(resolved.url)) return resolved;
      return { ...resolved, url: versions.urlOf(resolved.url, isCell ? undefined : parentURL) };
    },
    load(asked, context, next) {
      if (!places.has(asked))
        return isAuthorFile(asked) ? loadFile(asked, context, next) : next(asked, context);
      const source =
        "export const load = (specifier, options) => import(specifier, options);" +
        "export const resolve = (specifier) => import.meta.resolve(specifier);";
      return { format: "module", source, shortCircuit: true };
    },
  });
}

/** A module of the author's own, in a form that may be loaded again: no packages, not this kernel. */
const isEditable = (url: string): boolean => isAuthorFile(url) && /\.(?:[cm]?[jt]s|[jt]sx|json)$/.test(url);
