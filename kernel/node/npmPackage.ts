import { createRequire } from "node:module";
import type * as semver from "semver";
import { installedVersion } from "./installedVersion.ts";
import { installLine } from "./installLine.ts";
import type { NpmSpecifier } from "./npmSpecifier.ts";

const require = createRequire(import.meta.url);

/**
 * What Node imports for an `npm:` specifier: the installed package, if it is of a version that was asked for.
 *
 * @param from URL of the module that imports
 * @throws {Error} with the line to type
 */
export function npmPackage({ name, range, bare, wanted }: NpmSpecifier, from: string): string {
  const version = installedVersion(name, from);
  const install = `Install it with:  ${installLine(wanted)}`;
  if (version === undefined) throw new Error(`Cannot find the package "${wanted}". ${install}`);
  // Loaded here, since few notebooks name a package so and every process would wait for it.
  const validRange: typeof semver.validRange = require("semver/ranges/valid.js");
  const satisfies: typeof semver.satisfies = require("semver/functions/satisfies.js");
  // A tag, such as "latest", is the registry's to say: whatever is installed serves.
  if (validRange(range) === null || satisfies(version, range, { includePrerelease: true })) return bare;
  throw new Error(`Cannot import "npm:${wanted}": ${name} is installed in version ${version}. ${install}`);
}
