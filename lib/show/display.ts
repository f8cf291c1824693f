/** The key under which a value says how it shows itself: MIME type → content. Deno's convention, kept by our kernel. */
export const display: unique symbol = Symbol.for("Jupyter.display") as never;

/** A value with `true` here is also shown where a cell makes it in a statement of its own, and not only as its last value. */
export const displayStatement: unique symbol = Symbol.for("Jupyter.display.statement") as never;

/** Content by MIME type; `text/plain` always. */
export type MimeBundle = Readonly<Record<string, unknown> & { "text/plain": string }>;
