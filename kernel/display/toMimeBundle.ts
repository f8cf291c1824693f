import type { MimeBundle } from "../notebook/notebook.ts";
import { plainText } from "./plainText.ts";
import { renderError } from "./renderError.ts";
import { renderItself } from "./renderItself.ts";
import { renderPromise } from "./renderPromise.ts";
import { renderVegaLite } from "./renderVegaLite.ts";

/** What a host adds to the display of values. */
export interface DisplayHost {
  /** Draws a Vega-Lite specification as SVG text. Without it, charts carry no picture of their own. */
  drawChart?(spec: object): Promise<string>;
}

/**
 * Shows one kind of value; undefined for every other value. It looks at the value at once and may promise the
 * rest: what the cell does to the value afterwards must not show.
 */
export type Renderer = (value: unknown, host: DisplayHost) => MimeBundle | Promise<MimeBundle> | undefined;

/** Asked in this order; the first that knows the value decides. */
const renderers: readonly Renderer[] = [renderItself, renderVegaLite, renderError, renderPromise];

/**
 * A value in every form it can be shown in, as it is at the time of the call.
 * `text/plain` is always there, without colour codes.
 *
 * @returns undefined for what shows nothing: `undefined`, and a value whose own bundle is empty
 */
export async function toMimeBundle(value: unknown, host: DisplayHost = {}): Promise<MimeBundle | undefined> {
  if (value === undefined) return undefined;
  for (const render of renderers) {
    const made = render(value, host);
    if (made === undefined) continue;
    const bundle = await made;
    if (Object.keys(bundle).length === 0) return undefined; // a value may choose to show nothing
    return "text/plain" in bundle ? bundle : { "text/plain": plainText(value), ...bundle };
  }
  return { "text/plain": plainText(value) };
}
