import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import { ModuleVersions } from "./moduleVersions.ts";

const kernelFolder = new URL("../", import.meta.url).href;

/** What a module that stands in a folder can do. */
export interface ModulePlace {
  /** `import()` */
  load(specifier: string, options?: ImportCallOptions): Promise<Record<string, unknown>>;
  /** `import.meta.resolve()` */
  resolve(specifier: string): string;
  /** Lets go of the process's hooks; what was loaded stays. */
  close(): void;
}

/** The made-up module, as stack traces name it. */
export const importsModule = "cell-imports.mjs?generation-loss";

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
  const versions = new ModuleVersions();
  const hooks = registerHooks({
    resolve(specifier, context, next) {
      if (specifier === url) return { url, format: "module", shortCircuit: true };
      const resolved = next(specifier, context);
      if (!isEditable(resolved)) return resolved;
      const importer = context.parentURL === url ? undefined : context.parentURL;
      return { ...resolved, url: versions.urlOf(resolved.url, importer) };
    },
    load(asked, context, next) {
      if (asked !== url) return next(asked, context);
      const source =
        "export const load = (specifier, options) => import(specifier, options);" +
        "export const resolve = (specifier) => import.meta.resolve(specifier);";
      return { format: "module", source, shortCircuit: true };
    },
  });
  const { load, resolve } = (await import(url)) as Pick<ModulePlace, "load" | "resolve">;
  return {
    load(specifier, options) {
      versions.refresh();
      return load(specifier, options);
    },
    resolve,
    close: () => hooks.deregister(),
  };
}

/** A module of the author's own: ES modules and JSON in files, not packages, not this kernel. */
function isEditable({ url, format }: { url: string; format?: string | null | undefined }): boolean {
  // Where no package.json is near, Node finds out what a file is only as it loads it.
  const isModule = format == null || ["module", "module-typescript", "json"].includes(format);
  return (
    isModule && url.startsWith("file:") && !url.includes("/node_modules/") && !url.startsWith(kernelFolder)
  );
}
