import { readFile } from "node:fs/promises";
import { type Cache, contentHash } from "./cache.ts";
import { codeHash } from "./codeHash.ts";
import { lettersIn } from "./lettersIn.ts";
import { lettersOf } from "./lettersOf.ts";

/** A font file of the site, cut down to the letters the site uses. */
export interface Face {
  readonly name: string;
  readonly family: string;
  readonly style: "normal" | "italic";
  readonly weight: string;
  readonly bytes: Buffer;
  /** Small enough to travel inside the style sheet. */
  readonly inline: boolean;
  /** True if these formulas need the face. */
  usedBy(formulas: string): boolean;
}

const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join("");

/** Letters that the frame, the theme and the numbers are written with, whatever the chapters say. */
const always = `${printable}–—‘’“”…·×−±⁻⁰¹²³⁴⁵⁶⁷⁸⁹\u00a0`;

const inlineLimit = 2400;

const serifFiles = [
  [
    "normal",
    { min: 400, max: 700 },
    import.meta.resolve("@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2"),
  ],
  [
    "italic",
    400, // nothing is bold and slanted at once, and an axis of weights doubles a face
    import.meta.resolve("@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2"),
  ],
] as const;

/** Code and charts are set in other faces. */
const otherFaces = /<(pre|code|svg|math|script|style)\b[\s\S]*?<\/\1>/g;

/** The text faces: Source Serif 4, roman from regular to bold, and italic. */
export function textFaces(html: string, cache: Cache): Promise<Face[]> {
  const letters = lettersOf(html.replace(otherFaces, "") + always);
  return Promise.all(
    serifFiles.map(async ([style, wght, file]): Promise<Face> => {
      const bytes = await subset(file, letters, { wght }, cache);
      const name = `serif-${style}`;
      return {
        name,
        family: "Source Serif 4",
        style,
        weight: typeof wght === "number" ? String(wght) : `${wght.min} ${wght.max}`,
        bytes,
        inline: false,
        usedBy: () => true,
      };
    }),
  );
}

type MathFace = readonly [
  file: string,
  family: string,
  style: Face["style"],
  weight: string,
  classes: RegExp,
];

/** KaTeX's faces, and the classes by which its markup asks for each. */
const katexFaces: readonly MathFace[] = [
  ["Main-Regular", "KaTeX_Main", "normal", "400", /./],
  ["Math-Italic", "KaTeX_Math", "italic", "400", /\bmathnormal\b/],
  ["Main-Italic", "KaTeX_Main", "italic", "400", /\b(mathit|textit)\b/],
  ["Main-Bold", "KaTeX_Main", "normal", "700", /\b(mathbf|textbf)\b/],
  ["Math-BoldItalic", "KaTeX_Math", "italic", "700", /\bboldsymbol\b/],
  ["AMS-Regular", "KaTeX_AMS", "normal", "400", /\b(amsrm|mathbb|textbb)\b/],
  ["Caligraphic-Regular", "KaTeX_Caligraphic", "normal", "400", /\bmathcal\b/],
  ["SansSerif-Regular", "KaTeX_SansSerif", "normal", "400", /\b(mathsf|textsf)\b/],
  ["Script-Regular", "KaTeX_Script", "normal", "400", /\b(mathscr|textscr)\b/],
  ["Fraktur-Regular", "KaTeX_Fraktur", "normal", "400", /\b(mathfrak|textfrak)\b/],
  ["Typewriter-Regular", "KaTeX_Typewriter", "normal", "400", /\b(mathtt|texttt)\b/],
  ["Size1-Regular", "KaTeX_Size1", "normal", "400", /\b(delimsizing size1|delim-size1|small-op)\b/],
  ["Size2-Regular", "KaTeX_Size2", "normal", "400", /\b(delimsizing size2|large-op)\b/],
  ["Size3-Regular", "KaTeX_Size3", "normal", "400", /\bdelimsizing size3\b/],
  ["Size4-Regular", "KaTeX_Size4", "normal", "400", /\b(delimsizing size4|delim-size4)\b/],
];

/** The faces that these formulas need, and no others. */
export async function mathFaces(formulas: string, cache: Cache): Promise<Face[]> {
  const letters = new Map(
    await cache.latest("letters", "formulas", [await codeHash(), contentHash(formulas)], () =>
      lettersByFace(formulas),
    ),
  );
  const needed = katexFaces.flatMap((face) => {
    const own = letters.get(face[0]);
    return own === undefined ? [] : [[...face, own] as const];
  });
  return Promise.all(
    needed.map(async ([file, family, style, weight, classes, own]): Promise<Face> => {
      const bytes = await subset(
        import.meta.resolve(`katex/dist/fonts/KaTeX_${file}.woff2`),
        own,
        undefined,
        cache,
      );
      const name = `katex-${file.toLowerCase()}`;
      const inline = bytes.length < inlineLimit;
      return {
        name,
        family,
        style,
        weight,
        bytes,
        inline,
        usedBy: (used) => used !== "" && classes.test(used),
      };
    }),
  );
}

/** The letters that these formulas need of each face that they need at all. */
function lettersByFace(formulas: string): [file: string, letters: string][] {
  if (formulas === "") return [];
  const letters = lettersOf(`${formulas}\u200b\u00a0`);
  return katexFaces
    .filter(([, , , , classes]) => classes.test(formulas))
    .map(([file, , , , classes]) => [file, lettersIn(formulas, classes) || letters]);
}

async function subset(
  url: string,
  letters: string,
  variationAxes: Record<string, number | { min: number; max: number }> | undefined,
  cache: Cache,
): Promise<Buffer> {
  const font = await readFile(new URL(url));
  const base64 = await cache.remember("fonts", [contentHash(font), letters, variationAxes], async () => {
    const { default: subsetFont } = await import("subset-font");
    const options = { targetFormat: "woff2" as const, ...(variationAxes && { variationAxes }) };
    return (await subsetFont(font, letters, options)).toString("base64");
  });
  return Buffer.from(base64, "base64");
}
