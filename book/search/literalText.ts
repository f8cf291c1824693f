import { folded } from "./words.ts";

const signs: Readonly<Record<string, string>> = {
  ...{
    "−": "-",
    "–": "-",
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
    "→": "->",
    "’": "'",
    "‘": "'",
    "“": '"',
    "”": '"',
  },
  ...{ "∣": "|", "⋅": "·", "×": "*", "`": "", "{": "(", "}": ")" },
};

/**
 * A text as it is typed, whatever way: without spaces, letters as `folded`, signs as on a keyboard. So `2N(1 − 1/N)` is
 * found in `2N(1−1/N)`, `p<0.05` in `p < 0.05`, `Moby Dick` in `Moby-Dick`.
 */
export const literalText = (text: string): string =>
  folded(text.replace(/[²³¹⁰⁴-⁹⁺⁻]+/g, (power) => `^${power}`))
    .replace(/[−–≤≥≠→’‘“”∣⋅×`{}]/g, (sign) => signs[sign] ?? sign)
    .replace(/(?<=\p{L})-(?=\p{L})|_(?=[(\p{L}\d])|\s+/gu, "")
    // What is raised stands in brackets or not, as its writer likes.
    .replace(/\^\(([^()]*)\)/g, "^$1");
