import { elementMetadata } from "./renderElement.ts";
import { vegaLiteMetadata } from "./renderVegaLite.ts";

/** A value that shows itself may say more of its forms: an object of metadata, as a notebook keeps it, stands here. */
export const metadataSymbol: unique symbol = Symbol.for("Jupyter.display.metadata") as never;

/** What a notebook keeps beside the forms of a value, such as the words for a picture. */
export function outputMetadata(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return {};
  try {
    const metadata = (value as { [metadataSymbol]?: unknown })[metadataSymbol];
    if (typeof metadata === "object" && metadata !== null) return JSON.parse(JSON.stringify(metadata));
    return vegaLiteMetadata(value) ?? elementMetadata(value) ?? {};
  } catch {
    return {}; // a value that cannot be read has nothing to say
  }
}
