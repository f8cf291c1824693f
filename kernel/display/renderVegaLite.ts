import type { MimeBundle } from "../notebook/notebook.ts";
import type { DisplayHost } from "./toMimeBundle.ts";

/** JupyterLab draws no newer version; Vega-Lite 6 specifications read the same. */
const vegaLiteMime = "application/vnd.vegalite.v5+json";

/** Shows a plain object with a Vega-Lite `$schema`: the specification, a drawing, and its description as text. */
export function renderVegaLite(value: unknown, host: DisplayHost): Promise<MimeBundle> | undefined {
  return isVegaLite(value) ? drawn(JSON.parse(JSON.stringify(value)), host) : undefined;
}

/**
 * For front ends: a chart that asks for no background has colours for paper. In a dark notebook it would be ink on
 * black, so there it gets its paper; whatever else shows the chart need not.
 */
export function vegaLiteMetadata(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (!isVegaLite(value) || (value.background !== "transparent" && value.background !== null))
    return undefined;
  const patch = [{ op: "add", path: "/background", value: "white" }];
  return { [vegaLiteMime]: { embed_options: { patch } } };
}

function isVegaLite(value: unknown): value is { readonly $schema: string; readonly background?: unknown } {
  if (typeof value !== "object" || value === null) return false;
  const { $schema } = value as { $schema?: unknown };
  return typeof $schema === "string" && $schema.includes("vega-lite");
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
