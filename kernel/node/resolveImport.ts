import { realpathSync } from "node:fs";
import { isBuiltin, type ResolveFnOutput, type ResolveHookContext } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isAuthorFile, withoutVersion } from "./authorFile.ts";
import { findFile } from "./findFile.ts";
import { foreignImport } from "./foreignImport.ts";
import { npmPackage } from "./npmPackage.ts";
import { npmSpecifier } from "./npmSpecifier.ts";
import { projectOptions } from "./projectOptions.ts";
import { projectPackage } from "./projectPackage.ts";
import { emptyModule, hasTypes } from "./typesOnly.ts";

type Next = (specifier: string, context?: Partial<ResolveHookContext>) => ResolveFnOutput;

/** What asks: a module of the author's, or a cell. */
interface Importer {
  readonly url: string;
  readonly path: string;
  readonly isCell: boolean;
}

/**
 * Where an import of the author's leads: as in Node and, where Node finds nothing, as in TypeScript. So extensions may
 * be left out, a `tsconfig.json` may give other names (`paths`), and `npm:` means the installed package. What packages
 * import is Node's alone.
 *
 * @param isCell whether the import stands in a cell and not in a file
 */
export function resolveImport(
  specifier: string,
  context: ResolveHookContext,
  next: Next,
  isCell: boolean,
): ResolveFnOutput {
  const { parentURL } = context;
  if (parentURL === undefined || isBuiltin(specifier) || !isAuthorFile(parentURL))
    return next(specifier, context);
  const url = withoutVersion(parentURL);
  const importer = { url, path: fileURLToPath(url), isCell };
  const npm = npmSpecifier(specifier);
  const resolved = npm
    ? next(npmPackage(npm, url), context)
    : resolveAsTypeScript(specifier, context, next, importer);
  // Elsewhere TypeScript's projects import JSON without saying that it is some. Cells are told to say it.
  const isPlainJson = /\.json$/.test(resolved.url) && context.importAttributes.type === undefined;
  if (!isPlainJson || isCell || isRequire(context)) return resolved;
  return { ...resolved, importAttributes: { ...context.importAttributes, type: "json" } };
}

function resolveAsTypeScript(
  specifier: string,
  context: ResolveHookContext,
  next: Next,
  importer: Importer,
): ResolveFnOutput {
  const foreign = foreignImport(specifier);
  if (foreign !== undefined) throw new Error(foreign);
  const fromTypeScript = importer.isCell || /\.(?:[cm]?ts|tsx)$/.test(importer.path);
  const to = (file: string): ResolveFnOutput => {
    if (/\.d\.[cm]?ts$/.test(file)) return { url: emptyModule, format: "module", shortCircuit: true };
    return next(isRequire(context) ? file : pathToFileURL(file).href, context);
  };

  const isPath = /^(?:\.{0,2}\/|\.{1,2}$|file:)/.test(specifier);
  const candidates = isPath
    ? [pathOf(specifier, importer, isRequire(context))]
    : specifier.startsWith("#")
      ? []
      : projectOptions(importer.path).aliased(specifier);
  for (const path of candidates) {
    // A `?` behind a path asks for a module of its own, as Node has it.
    const file = path === undefined || /[?#]/.test(specifier) ? undefined : findFile(path, fromTypeScript);
    if (file !== undefined) return to(file);
  }
  try {
    return next(specifier, context);
  } catch (error) {
    const { code, url } = error as { code?: unknown; url?: unknown };
    if (
      code !== "ERR_MODULE_NOT_FOUND" &&
      code !== "ERR_UNSUPPORTED_DIR_IMPORT" &&
      code !== "MODULE_NOT_FOUND"
    )
      throw error;
    // A package of the author's own, beside this one, may name its files as TypeScript does.
    const named =
      typeof url === "string" && url.startsWith("file:") ? ownFile(fileURLToPath(url)) : undefined;
    if (named !== undefined) return to(named);
    const project = isPath ? undefined : projectPackage(specifier);
    if (project !== undefined)
      return next(specifier, { ...context, parentURL: pathToFileURL(join(project, "package.json")).href });
    if (!isPath && hasTypes(specifier, importer.url))
      return { url: emptyModule, format: "module", shortCircuit: true };
    throw error;
  }
}

/** The file that a path means, if it is one of the author's: packages of a workspace are links to them. */
function ownFile(path: string): string | undefined {
  try {
    const real = join(realpathSync(dirname(path)), basename(path));
    return isAuthorFile(pathToFileURL(real).href) ? findFile(real, true) : undefined;
  } catch {
    return undefined; // no such folder
  }
}

/** The path that a specifier names; undefined if it is none that a file can have. */
function pathOf(specifier: string, importer: Importer, isRequired: boolean): string | undefined {
  if (isRequired && !specifier.startsWith("file:")) return resolve(dirname(importer.path), specifier);
  try {
    return fileURLToPath(new URL(specifier, importer.url));
  } catch {
    return undefined;
  }
}

const isRequire = ({ conditions }: ResolveHookContext): boolean => conditions.includes("require");
