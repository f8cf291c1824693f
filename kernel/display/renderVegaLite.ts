import type { MimeBundle } from "../notebook/notebook.ts";
import type { DisplayHost } from "./toMimeBundle.ts";

/** JupyterLab draws no newer version; Vega-Lite 6 specifications read the same. */
const vegaLiteMime = "application/vnd.vegalite.v5+json";

/** Shows a plain object with a Vega-Lite `$schema`: the specification, a drawing, and its description as text. */
export function renderVegaLite(value: unknown, host: DisplayHost): Promise<MimeBundle> | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { $schema } = value as { $schema?: unknown };
  if (typeof $schema !== "string" || !$schema.includes("vega-lite")) return undefined;
  return drawn(JSON.parse(JSON.stringify(value)), host);
}

async function drawn(
  spec: { readonly description?: unknown; readonly title?: unknown },
  host: DisplayHost,
): Promise<MimeBundle> {
  const { description, title } = spec;
  const text = [description, title].find((candidate) => typeof candidate === "string") ?? "a Vega-Lite chart";
  const svg = await host.drawChart?.(structuredClone(spec)); // Vega writes into the data it draws
  return {
    "text/plain": text,
    [vegaLiteMime]: spec,
    ...(svg !== undefined && { "image/svg+xml": svg }),
  };
}
