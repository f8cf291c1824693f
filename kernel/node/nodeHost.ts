import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Script } from "node:vm";
import type * as TypeScript from "typescript";
import { compileCell } from "../compile/compileCell.ts";
import { drawVegaLite } from "../display/drawVegaLite.ts";
import type { DisplayServices } from "../session/displayServices.ts";
import type { SessionHost } from "../session/sessionHost.ts";
import { provideTslab } from "../tslab/provideTslab.ts";
import { showingBy } from "../tslab/shownBy.ts";
import { importFrom, importsModule } from "./importFrom.ts";
import { plainImportError } from "./plainImportError.ts";
import { placeInSource } from "./sourcePlaces.ts";
import { wordOnDeno } from "./wordOnDeno.ts";

const kernelFolder = new URL("../", import.meta.url);

/**
 * Runs cells in this Node process, as if they stood in a file of the given folder.
 *
 * @param path absolute path of the notebook; imports and `require` resolve from its folder
 */
export async function nodeHost(path: string): Promise<SessionHost> {
  const directory = join(path, "..");
  const place = await importFrom(directory);
  const url = pathToFileURL(path).href;
  const kernelRequire = createRequire(import.meta.url);
  let services: DisplayServices | undefined;
  provideTslab();
  return {
    compile: compileCell,
    evaluate(code, name) {
      const cell: ReturnType<SessionHost["evaluate"]> = new Script(code, {
        filename: name,
      }).runInThisContext();
      return (state, given) =>
        services ? showingBy(services, () => cell(state, given)) : cell(state, given);
    },
    async importModule(specifier, attributes = {}) {
      try {
        return await place.load(
          specifier,
          Object.keys(attributes).length > 0 ? { with: attributes } : undefined,
        );
      } catch (error) {
        throw plainImportError(error, specifier, url);
      }
    },
    // As in the main module of a program, and as there a cell may write into it.
    meta: { url, filename: path, dirname: directory, main: true, resolve: place.resolve },
    close: place.close,
    ambient: { require: place.require, __filename: path, __dirname: directory },
    loadTypeScript: () => kernelRequire("typescript") as typeof TypeScript,
    drawChart: drawVegaLite,
    readFile: (file) => readFileSync(resolve(directory, file)),
    provide(own) {
      services = own;
    },
    placeInSource,
    wordOnDeno,
    isOwnFrame: (location) =>
      location.startsWith(kernelFolder.href) ||
      location.startsWith(kernelFolder.pathname) ||
      location.includes(importsModule),
  };
}
