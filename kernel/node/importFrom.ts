import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";

type Import = (specifier: string, options?: ImportCallOptions) => Promise<Record<string, unknown>>;

/** The made-up module, as stack traces name it. */
export const importsModule = "cell-imports.mjs?generation-loss";

/**
 * `import()` as a module in that folder would see it: the folder's packages, its neighbours, TypeScript files.
 *
 * Node resolves an import from the module that asks. So one module is made up for the folder, never written
 * to disk, and asked to import on behalf of the cells.
 */
export async function importFrom(directory: string): Promise<Import> {
  const url = new URL(`./${importsModule}`, pathToFileURL(`${directory}/`)).href;
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier === url) return { url, format: "module", shortCircuit: true };
      return next(specifier, context);
    },
    load(asked, context, next) {
      if (asked !== url) return next(asked, context);
      const source = "export const load = (specifier, options) => import(specifier, options);";
      return { format: "module", source, shortCircuit: true };
    },
  });
  const { load } = (await import(url)) as { load: Import };
  return load;
}
