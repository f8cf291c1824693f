import { readFile } from "node:fs/promises";

/** The notices inside the font files; the package of the first names its distributor alone. */
const notices = `The fonts of this book, cut down to the letters that it uses.

Source Serif 4
© 2014 - 2021 Adobe Systems Incorporated (http://www.adobe.com/), with Reserved Font Name ‘Source’.

KaTeX_Main, KaTeX_Math, KaTeX_AMS, KaTeX_Caligraphic, KaTeX_Fraktur, KaTeX_SansSerif, KaTeX_Script, KaTeX_Size1,
KaTeX_Size2, KaTeX_Size3, KaTeX_Size4, KaTeX_Typewriter
Copyright (c) 2009-2010, Design Science, Inc. (<www.mathjax.org>)
Copyright (c) 2014-2018 Khan Academy (<www.khanacademy.org>),
with the Reserved Font Names above.
`;

/** The licences of what the site carries of others, beside it: the fonts, and the rules that formulas are set by. */
export async function licences(): Promise<Map<string, string>> {
  const [ofl, katex] = await Promise.all([
    textOf("@fontsource-variable/source-serif-4/LICENSE"),
    textOf("katex/LICENSE"),
  ]);
  const start = ofl.indexOf("This Font Software is licensed under the SIL Open Font License");
  if (start === -1) throw new Error("Cannot ship the fonts: their package must hold the Open Font License");
  return new Map([
    ["assets/fonts.LICENCE.txt", `${notices}\n${ofl.slice(start)}`],
    ["assets/katex.LICENCE.txt", `The style sheet holds rules of KaTeX for setting formulas.\n\n${katex}`],
  ]);
}

const textOf = (file: string): Promise<string> => readFile(new URL(import.meta.resolve(file)), "utf8");
