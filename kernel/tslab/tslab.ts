/**
 * What notebooks written for the tslab kernel import as "tslab": the interface of tslab 1.0.22, on our display.
 * Every value is shown under one MIME type, as there, with a word in plain text beside it.
 */
import { shownBy } from "./shownBy.ts";
import { versionsHere } from "./versionsHere.ts";

/** Shows texts and files in the form they are written in. */
export interface Display {
  javascript(text: string): void;
  html(text: string): void;
  markdown(text: string): void;
  latex(text: string): void;
  svg(text: string): void;
  png(bytes: Uint8Array): void;
  jpeg(bytes: Uint8Array): void;
  gif(bytes: Uint8Array): void;
  pdf(bytes: Uint8Array): void;
  text(text: string): void;
  /** Any MIME type; bytes go as base64. */
  raw(contentType: string, content: string | Uint8Array): void;
}

/** Versions of tslab (whose interface this is), TypeScript and Node. */
export const versions: Readonly<Record<"tslab" | "typescript" | "node", string>> = versionsHere();

/** Shows each value below the last. */
export const display: Display = displayThrough((value) => {
  shownBy().display(value);
});

/** A place that shows one value: what comes next takes its place. */
export function newDisplay(): Display {
  let update: ((value: unknown) => void) | undefined;
  return displayThrough((value) => {
    if (update) update(value);
    else {
      const handle = shownBy().display(value);
      update = (newer) => handle.update(newer);
    }
  });
}

function displayThrough(show: (value: unknown) => void): Display {
  const raw = (contentType: string, content: string | Uint8Array): void =>
    show(shownAs(contentType, content));
  const as =
    (contentType: string) =>
    (content: string | Uint8Array): void =>
      raw(contentType, content);
  return {
    javascript: as("text/javascript"),
    html: as("text/html"),
    markdown: as("text/markdown"),
    latex: as("text/latex"),
    svg: as("image/svg+xml"),
    png: as("image/png"),
    jpeg: as("image/jpeg"),
    gif: as("image/gif"),
    pdf: as("application/pdf"),
    text: as("text/plain"),
    raw,
  };
}

/** A value that shows itself, as the kernel's display takes it. */
function shownAs(contentType: string, content: string | Uint8Array): object {
  const isBytes = content instanceof Uint8Array;
  const shown = isBytes ? Buffer.from(content).toString("base64") : json(contentType, content);
  const size = isBytes ? `${content.length} bytes` : `${String(content).length} characters`;
  const bundle = { "text/plain": `${contentType}, ${size}`, [contentType]: shown };
  return { [Symbol.for("Jupyter.display")]: () => bundle };
}

/** Front ends read JSON as a value; tslab's callers often have it as text. */
function json(contentType: string, content: string): unknown {
  if (!contentType.endsWith("json") || typeof content !== "string") return content;
  try {
    return JSON.parse(content);
  } catch {
    return content;
  }
}
