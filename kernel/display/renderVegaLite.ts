import type { MimeBundle } from "../notebook/notebook.ts";
import type { DisplayHost } from "./toMimeBundle.ts";

/** JupyterLab draws no newer version; Vega-Lite 6 specifications read the same. */
const vegaLiteMime = "application/vnd.vegalite.v5+json";

/** Shows a plain object with a Vega-Lite `$schema`: the specification, a drawing, and its description as text. */
export async function renderVegaLite(value: unknown, host: DisplayHost): Promise<MimeBundle | undefined> {
  if (typeof value !== "object" || value === null) return undefined;
  const { $schema, description, title } = value as {
    $schema?: unknown;
    description?: unknown;
    title?: unknown;
  };
  if (typeof $schema !== "string" || !$schema.includes("vega-lite")) return undefined;
  const text = [description, title].find((candidate) => typeof candidate === "string") ?? "a Vega-Lite chart";
  const svg = await host.drawChart?.(value);
  return {
    "text/plain": text,
    [vegaLiteMime]: JSON.parse(JSON.stringify(value)),
    ...(svg !== undefined && { "image/svg+xml": svg }),
  };
}
