import type { MimeBundle } from "../notebook/notebook.ts";
import { plainText } from "./plainText.ts";
import { renderArrow } from "./renderArrow.ts";
import { renderCanvas } from "./renderCanvas.ts";
import { renderElement } from "./renderElement.ts";
import { renderError } from "./renderError.ts";
import { renderFrame } from "./renderFrame.ts";
import { renderItself } from "./renderItself.ts";
import { renderNumbers } from "./renderNumbers.ts";
import { renderPromise } from "./renderPromise.ts";
import { renderRecords } from "./renderRecords.ts";
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

/** Asked in this order, after the value itself; the first that knows the value decides. */
const renderers: readonly Renderer[] = [
  renderVegaLite,
  renderFrame,
  renderArrow,
  renderNumbers,
  renderRecords,
  renderCanvas,
  renderElement,
  renderError,
  renderPromise,
];

/**
 * A value in every form it can be shown in, as it is at the time of the call.
 * `text/plain` is always there, without colour codes.
 *
 * @returns undefined for what shows nothing: `undefined`, and a value whose own bundle is empty
 */
export async function toMimeBundle(value: unknown, host: DisplayHost = {}): Promise<MimeBundle | undefined> {
  if (value === undefined) return undefined;
  const made = renderItself(value) ?? renderedAs(value, host);
  if (made === undefined) return { "text/plain": plainText(value) };
  const bundle = await made;
  if (Object.keys(bundle).length === 0) return undefined; // a value may choose to show nothing
  return "text/plain" in bundle ? bundle : { "text/plain": plainText(value), ...bundle };
}

function renderedAs(value: unknown, host: DisplayHost): ReturnType<Renderer> {
  for (const render of renderers) {
    try {
      const made = render(value, host);
      if (made !== undefined) return made;
    } catch {
      // It only looked like one: a getter that fails, a tensor that is disposed. It shows as any other value.
    }
  }
  return undefined;
}
