import type { PlacesOfLine, PortableCell } from "../../kernel/compile/portableCell.ts";
import { changed } from "./changed.ts";
import type { LiveCode } from "./liveChapter.ts";
import { wordsOf } from "./wordsOf.ts";

/** The compiled cell. @param source that it was compiled from */
export function unpackLive({ entry, declared, changes, lines }: LiveCode, source: string): PortableCell {
  const words = wordsOf(source);
  const code = changed(words, changes);
  const places = code.split("\n").map((_, at): PlacesOfLine => {
    const line = lines[at] ?? at + 1;
    return line === 0 ? [] : [[0, line, 1]];
  });
  const named = declared.map(([name, kind]): [string, string] => [
    typeof name === "number" ? words[name]! : name,
    kind,
  ]);
  return { code, entry, declared: named, places };
}
