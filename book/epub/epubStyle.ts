import { readFile } from "node:fs/promises";

/**
 * The style sheet of the EPUB: plain rules, for readers' programs know few others, with the theme's colours by day in place
 * of their names.
 *
 * @param codeCss rules for highlighted code, with a colour for the day and one for the night
 */
export async function epubStyle(colours: ReadonlyMap<string, string>, codeCss: string): Promise<string> {
  const css = await readFile(new URL("../theme/epub/epub.css", import.meta.url), "utf8");
  const text = css.replace(/var\(--([\w-]+)\)/g, (whole, name: string) => colours.get(name) ?? whole);
  const code = codeCss.replace(/light-dark\((#[\da-f]+),\s*#[\da-f]+\)/g, "$1");
  return `${text}\n${code}\n`;
}
