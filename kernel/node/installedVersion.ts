import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";

/** The version of a package as the module at that URL sees it; undefined if none is installed there. */
export function installedVersion(name: string, from: string): string | undefined {
  try {
    const file = findPackageJSON(name, from);
    const { version } = file ? (JSON.parse(readFileSync(file, "utf8")) as { version?: unknown }) : {};
    return typeof version === "string" ? version : undefined;
  } catch {
    return undefined;
  }
}
