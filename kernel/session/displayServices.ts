import { type Html, html } from "../display/html.ts";
import { type Image, image } from "../display/image.ts";
import { outputMetadata } from "../display/outputMetadata.ts";
import { type DisplayHost, toMimeBundle } from "../display/toMimeBundle.ts";
import type { DisplayHandle } from "./displayHandle.ts";
import type { OutputQueue } from "./outputQueue.ts";
import { type Progress, progressOver } from "./progressOver.ts";

/** What cells call to show values before their end. */
export interface DisplayServices {
  /** Shows a value among the outputs of the cell that asks. */
  display(value: unknown): DisplayHandle;
  /** Empties the outputs of the cell that asks; with `wait`, as the next output comes, so that nothing flickers. */
  clearOutput(wait?: boolean): void;
  /** Passes items on and shows how far it is. @example for (const x of progress(data, { label: "epochs" })) … */
  progress: Progress;
  /** Shows a text as HTML. */
  html(text: string): Html;
  /** Shows a picture: SVG as text, or the bytes of a PNG, JPEG, GIF or WebP file. */
  image(source: string | Uint8Array, alt: string): Image;
}

/** @param outputsNow where the running code's outputs belong */
export function displayServices(host: DisplayHost, outputsNow: () => OutputQueue): DisplayServices {
  const own = Math.random().toString(36).slice(2); // unlike those of a kernel before a restart
  let count = 0;

  const show = (type: "display_data" | "update_display_data", value: unknown, id: string): void => {
    const metadata = outputMetadata(value);
    const made = toMimeBundle(value, host).then((data) =>
      data ? ({ output_type: type, data, metadata, transient: { display_id: id } } as const) : undefined,
    );
    outputsNow().push(made);
  };

  const display = (value: unknown): DisplayHandle => {
    count += 1;
    const id = `${own}-${count}`;
    show("display_data", value, id);
    return {
      update: (newValue) => show("update_display_data", newValue, id),
      // A cell that ends in `display(x)` shows x, and not the handle.
      ...{ [Symbol.for("Jupyter.display")]: () => ({}) },
    };
  };
  return {
    display,
    clearOutput: (wait = false) => outputsNow().push({ output_type: "clear_output", wait: wait === true }),
    progress: progressOver(display),
    html,
    image,
  };
}
