import type { MimeBundle } from "../notebook/notebook.ts";

/** Shows what can be drawn as a PNG, such as a canvas, by its `toDataURL()`. */
export function renderCanvas(value: unknown): MimeBundle | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { toDataURL, width, height } = value as { toDataURL?: unknown; width?: unknown; height?: unknown };
  if (typeof toDataURL !== "function") return undefined;
  const png = /^data:image\/png;base64,(.+)$/s.exec(String(toDataURL.call(value, "image/png")))?.[1];
  return png === undefined
    ? undefined
    : { "text/plain": `a picture, ${width} × ${height}`, "image/png": png };
}
