import { inspect } from "node-inspect-extracted";
import type { MimeBundle } from "../notebook/notebook.ts";
import { renderVegaLite } from "./renderVegaLite.ts";

/** What a host adds to the display of values. */
export interface DisplayHost {
  /** Draws a Vega-Lite specification as SVG text. Without it, charts carry no picture of their own. */
  drawChart?(spec: object): Promise<string>;
}

/** Shows one kind of value; undefined for every other value. */
export type Renderer = (value: unknown, host: DisplayHost) => Promise<MimeBundle | undefined>;

/** A value shows itself through this method, as in Deno: it returns a MIME bundle, or a promise of one. */
const displaySymbol = Symbol.for("Jupyter.display");

/** Asked in this order; the first that knows the value decides. */
const renderers: readonly Renderer[] = [renderItself, renderVegaLite];

/**
 * A value in every form it can be shown in. `text/plain` is always there, without colour codes.
 *
 * @returns undefined for `undefined`, which shows nothing
 */
export async function toMimeBundle(value: unknown, host: DisplayHost = {}): Promise<MimeBundle | undefined> {
  if (value === undefined) return undefined;
  for (const render of renderers) {
    const bundle = await render(value, host);
    if (bundle) return "text/plain" in bundle ? bundle : { "text/plain": plain(value), ...bundle };
  }
  return { "text/plain": plain(value) };
}

async function renderItself(value: unknown): Promise<MimeBundle | undefined> {
  if (typeof value !== "object" && typeof value !== "function") return undefined;
  const method = (value as { [displaySymbol]?: unknown } | null)?.[displaySymbol];
  if (typeof method !== "function") return undefined;
  const bundle: unknown = await method.call(value);
  if (typeof bundle !== "object" || bundle === null || Array.isArray(bundle)) {
    throw new TypeError(
      `Cannot display the value: its Jupyter.display method must return a MIME bundle, got ${plain(bundle)}`,
    );
  }
  return bundle as MimeBundle;
}

function plain(value: unknown): string {
  return inspect(value, { depth: 4, maxArrayLength: 100, maxStringLength: 10_000, breakLength: 100 });
}
