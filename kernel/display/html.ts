import type { MimeBundle } from "../notebook/notebook.ts";
import { joinedTemplate } from "./joinedTemplate.ts";

/** Something that shows itself as HTML. */
export interface Html {
  readonly html: string;
}

/**
 * Shows a text as HTML. Texts are never taken for HTML by themselves: what a cell read from a file must not run.
 *
 * As a tag it puts values in as they are: escape what comes from others.
 *
 * @throws {TypeError} if it is no text
 * @example html("<b>bold</b>")
 * @example html`<b>${1 + 1}</b>`
 */
export function html(text: string | TemplateStringsArray, ...values: readonly unknown[]): Html {
  const whole = typeof text === "string" ? text : joinedTemplate(text, values);
  if (whole === undefined)
    throw new TypeError(
      `Cannot show HTML: text must be a string, got ${text === null ? "null" : typeof text}`,
    );
  const words = whole
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const bundle: MimeBundle = { "text/plain": words, "text/html": whole };
  return Object.defineProperty({ html: whole }, Symbol.for("Jupyter.display"), { value: () => bundle });
}
