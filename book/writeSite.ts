import { replaceFolder } from "../kernel/files/replaceFolder.ts";
import type { Flavour } from "./flavour.ts";
import { sitePurpose } from "./refuseSitePlace.ts";
import { siteMark } from "./siteMark.ts";

/**
 * Replaces the site. A reader or a kill in between meets whole pages, old or new, with everything they load: the cover,
 * from which readers set out, changes last, other pages before it, and before them what they refer to.
 */
export function writeSite(out: string, files: ReadonlyMap<string, string | Buffer>, flavour: Flavour): void {
  const rank = (path: string): number => (path === "index.html" ? 2 : path.endsWith(".html") ? 1 : 0);
  const inOrder = [...files].sort(([a], [b]) => rank(a) - rank(b));
  replaceFolder(out, new Map(inOrder), siteMark(flavour), sitePurpose);
}
