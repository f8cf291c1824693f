import { readFile } from "node:fs/promises";

/** The theme's colours by day, by the names that its style sheets and the figures call them. */
export async function dayColours(): Promise<Map<string, string>> {
  const css = await readFile(new URL("../theme/10-tokens.css", import.meta.url), "utf8");
  const tokens = css.matchAll(/--([\w-]+): light-dark\((#[\da-f]+),/g);
  return new Map([...tokens].map(([, name = "", day = ""]) => [name, day]));
}
