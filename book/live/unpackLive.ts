import type { PlacesOfLine, PortableCell } from "../../kernel/compile/portableCell.ts";
import { changed } from "./changed.ts";
import type { LiveCode } from "./liveChapter.ts";

/** The compiled cell. @param source that it was compiled from */
export function unpackLive({ entry, declared, changes, lines }: LiveCode, source: string): PortableCell {
  const code = changed(source, changes);
  const places = code.split("\n").map((_, at): PlacesOfLine => {
    const line = lines[at] ?? at + 1;
    return line === 0 ? [] : [[0, line, 1]];
  });
  return { code, entry, declared, places };
}
