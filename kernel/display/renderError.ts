import type { MimeBundle } from "../notebook/notebook.ts";
import { causeLines } from "./causeLines.ts";
import { errorWords } from "./errorWords.ts";
import { ownProperties } from "./ownProperties.ts";

/** Shows an error as its name, its message, its own properties and its causes: a stack differs from machine to machine. */
export function renderError(value: unknown): MimeBundle | undefined {
  if (!(value instanceof Error)) return undefined;
  const { name, message } = errorWords(value);
  const own = ownProperties(value);
  const first = `${message === "" ? name : `${name}: ${message}`}${own && ` ${own}`}`;
  return { "text/plain": [first, ...causeLines(value).map((line) => `  ${line}`)].join("\n") };
}
