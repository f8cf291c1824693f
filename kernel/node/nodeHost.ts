import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Script } from "node:vm";
import type * as TypeScript from "typescript";
import { drawVegaLite } from "../display/drawVegaLite.ts";
import type { SessionHost } from "../session/session.ts";
import { importFrom } from "./importFrom.ts";

const kernelFolder = new URL("../", import.meta.url);

/**
 * Runs cells in this Node process, as if they stood in a file of the given folder.
 *
 * @param path absolute path of the notebook; imports and `require` resolve from its folder
 */
export async function nodeHost(path: string): Promise<SessionHost> {
  const directory = join(path, "..");
  const load = await importFrom(directory);
  const url = pathToFileURL(path).href;
  const require = createRequire(url);
  const kernelRequire = createRequire(import.meta.url);
  return {
    evaluate: (code, name) => new Script(code, { filename: name }).runInThisContext(),
    async importModule(specifier, attributes = {}) {
      try {
        return await load(specifier, Object.keys(attributes).length > 0 ? { with: attributes } : undefined);
      } catch (error) {
        throw withInstallLine(error, specifier);
      }
    },
    meta: Object.freeze({ url, filename: path, dirname: directory }),
    ambient: { require, __filename: path, __dirname: directory },
    loadTypeScript: () => kernelRequire("typescript") as typeof TypeScript,
    drawChart: drawVegaLite,
    isOwnFrame: (location) =>
      location.startsWith(kernelFolder.href) || location.startsWith(kernelFolder.pathname),
  };
}

/** A package that is not installed is the commonest error of an import: say what to type. */
function withInstallLine(error: unknown, specifier: string): unknown {
  const isPackage = /^(?:@[\w.-]+\/)?[\w.-]+/.exec(specifier)?.[0];
  const missing = /Cannot find package '(.+?)'/.exec((error as Error).message)?.[1];
  if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND" || !missing || missing !== isPackage)
    return error;
  return new Error(`Cannot find the package "${missing}". Install it with:  npm install ${missing}`, {
    cause: error,
  });
}
