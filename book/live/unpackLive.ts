import type { PlacesOfLine, PortableCell } from "../../kernel/compile/portableCell.ts";
import { changed } from "./changed.ts";
import type { LiveCode } from "./liveChapter.ts";

/**
 * The compiled cell.
 *
 * @param source as the page prints it
 * @returns undefined where that is not what was compiled: something has changed the page's text, as a translator does
 */
export function unpackLive(
  { entry, declared, changes, length, lines }: LiveCode,
  source: string,
): PortableCell | undefined {
  if (source.length !== length) return undefined;
  const code = changed(source, changes);
  const places = code.split("\n").map((_, at): PlacesOfLine => {
    const line = lines[at] ?? at + 1;
    return line === 0 ? [] : [[0, line, 1]];
  });
  return { code, entry, declared, places };
}
