import { loadScript } from "../client/loadScript.ts";

const place = globalThis as { genlossTexts?: Record<string, string> };

/** The text that a script beside the page holds under a name. @throws {Error} if it cannot be loaded; the next ask tries again */
export async function textOf(address: string, name: string): Promise<string> {
  await loadScript(address);
  const text = place.genlossTexts?.[name];
  if (text === undefined) throw new Error(`${address} does not hold ${name}`);
  return text;
}
