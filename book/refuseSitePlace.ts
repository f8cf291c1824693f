import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { ownFiles } from "../kernel/files/ownFiles.ts";
import { Refusal } from "../kernel/refusal.ts";
import { type Flavour, siteFolder } from "./flavour.ts";
import { siteMark } from "./siteMark.ts";

/** What the folder is for, in messages. */
export const sitePurpose = "write the book";

/** What the book is made from: a site in there would change its own sources. */
const sources = ["notebooks", "lib", "data", "kernel", "book"];

/**
 * Looks at the place of the site before minutes go into making it.
 *
 * @throws {Refusal} (exit code 2) if the folder is not ours to replace, or lies among the sources
 */
export function refuseSitePlace(root: string, out: string, flavour: Flavour): void {
  const site = realPlace(out);
  const isIn = (above: string): boolean => `${site}${sep}`.startsWith(`${above}${sep}`);
  const source = sources.find((name) => isIn(realPlace(join(root, name))));
  const isOurs = Object.values(siteFolder).some((folder) => isIn(realPlace(join(root, folder))));
  if (source !== undefined && !isOurs) {
    throw new Refusal(
      `Cannot ${sitePurpose}: the site must not lie among its sources, got ${out}, which is in ${source}/`,
      2,
    );
  }
  ownFiles(out, siteMark(flavour), sitePurpose);
}

/** A path without links, also if its end is not there yet. */
function realPlace(path: string): string {
  const whole = resolve(path);
  return existsSync(whole) ? realpathSync(whole) : join(realPlace(dirname(whole)), basename(whole));
}
