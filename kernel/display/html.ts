import type { MimeBundle } from "../notebook/notebook.ts";

/** Something that shows itself as HTML. */
export interface Html {
  readonly html: string;
}

/**
 * Shows a text as HTML. Texts are never taken for HTML by themselves: what a cell read from a file must not run.
 *
 * @throws {TypeError} if it is no text
 * @example html("<b>bold</b>")
 */
export function html(text: string): Html {
  if (typeof text !== "string")
    throw new TypeError(`Cannot show HTML: text must be a string, got ${typeof text}`);
  const words = text
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const bundle: MimeBundle = { "text/plain": words, "text/html": text };
  return Object.defineProperty({ html: text }, Symbol.for("Jupyter.display"), { value: () => bundle });
}
