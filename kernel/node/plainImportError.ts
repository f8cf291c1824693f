import { shortLocation } from "../session/shortLocation.ts";

/**
 * What went wrong with an import, in words for its author: a package that is not installed is the commonest
 * error of all, so it says what to type. Node's own message names folders of this machine.
 *
 * @param from URL of the notebook
 */
export function plainImportError(error: unknown, specifier: string, from: string): unknown {
  const { code, message, url } = Object(error) as { code?: unknown; message?: unknown; url?: unknown };
  if (code === "ERR_IMPORT_ATTRIBUTE_MISSING" && /\.json$/i.test(specifier)) {
    const line = `import data from ${JSON.stringify(specifier)} with { type: "json" }`;
    return new TypeError(`Cannot import "${specifier}" without a word that it is JSON. Write:  ${line}`);
  }
  if (code !== "ERR_MODULE_NOT_FOUND") return error;
  const asked = /^(?:@[\w.-]+\/)?[\w.-]+/.exec(specifier)?.[0];
  const [, missing, importer = ""] =
    /^Cannot find package '(.+?)' imported from (.+)$/.exec(String(message)) ?? [];
  if (missing !== undefined && missing === asked)
    return new Error(`Cannot find the package "${missing}". Install it with:  npm install ${missing}`);
  if (missing !== undefined)
    return new Error(`Cannot find the package "${missing}", which ${shortLocation(importer)} imports`);
  if (/^\.{0,2}\//.test(specifier) && url === new URL(specifier, from).href)
    return new Error(`Cannot find the file "${specifier}", seen from the notebook's folder`);
  return error;
}
