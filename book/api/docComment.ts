import type { DocComment } from "./library.ts";

/** Takes a header comment apart into its text and its tags. An empty comment gives empty parts. */
export function docComment(comment: string): DocComment {
  const lines = comment
    .replace(/^\/\*\* ?|\*\/$/g, "")
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, "").trimEnd());
  // The line break makes a tag of a tag in the first line, too.
  const [text = "", ...tagged] = `\n${lines.join("\n")}`.split(/^(?=@[a-z]+\b)/m);
  const tags = tagged.map((block) => {
    const [, tag = "", rest = ""] = /^@([a-z]+)[ \n]?([\s\S]*)$/.exec(block) ?? [];
    return { tag, rest };
  });
  const all = (tag: string): string[] =>
    tags.filter((each) => each.tag === tag).map(({ rest }) => rest.replace(/^\n+|\s+$/g, ""));
  const joined = (tag: string): string[] => all(tag).map(oneLine);

  return {
    text: text.replace(/^(\s*\n)+|\s+$/g, ""),
    params: joined("param").map((param) => {
      const [, name = "", meaning = ""] = /^(\S+)\s*(?:[-–—] )?(.*)$/.exec(param) ?? [];
      return { name, text: meaning };
    }),
    returns: joined("returns")[0] ?? "",
    throws: joined("throws").map((thrown) => {
      const [, type = "", when = ""] = /^(?:\{([^}]*)\}\s*)?(.*)$/.exec(thrown) ?? [];
      return { type, text: when };
    }),
    see: joined("see"),
    examples: all("example"),
  };
}

/** The first sentence, for lists; of one that a formula goes on, the parts that end before it. */
export function firstSentence({ text }: DocComment): string {
  const [paragraph = "", next = ""] = text.split(/\n\s*\n/);
  const [sentence = ""] =
    /^.*?(?:(?<!\b(?:al|vs|cf|e\.g|i\.e|[A-Z]))[.!?](?= [^a-z]|$)|$)/.exec(oneLine(paragraph)) ?? [];
  const goesOn = /^ {2}/.test(next) && !/[.!?:,;]$/.test(sentence);
  return sentence.replace(goesOn ? /[.:,;] [^.:,;]*$/ : /[:,;]$/, ".");
}

const oneLine = (text: string): string => text.trim().replace(/\s*\n\s*/g, " ");
