import { type Html, html } from "../display/html.ts";
import { type Image, image } from "../display/image.ts";
import { outputMetadata } from "../display/outputMetadata.ts";
import { type DisplayHost, toMimeBundle } from "../display/toMimeBundle.ts";
import type { MimeBundle } from "../notebook/notebook.ts";
import type { CellOutput } from "./cellOutput.ts";
import { type DenoDisplayOptions, type DenoJupyter, denoNames } from "./denoNames.ts";
import type { DisplayHandle } from "./displayHandle.ts";
import type { OutputQueue } from "./outputQueue.ts";
import { type Progress, progressOver } from "./progressOver.ts";

/** How a value is shown. */
export interface DisplayOptions {
  /** The value is a MIME bundle, to be shown as it is. */
  readonly raw?: boolean;
}

/** What cells call to show values before their end. */
export interface DisplayServices {
  /** Shows a value among the outputs of the cell that asks. */
  display(value: unknown, options?: DisplayOptions): DisplayHandle;
  /** Empties the outputs of the cell that asks; with `wait`, as the next output comes, so that nothing flickers. */
  clearOutput(wait?: boolean): void;
  /** Passes items on and shows how far it is. @example for (const x of progress(data, { label: "epochs" })) … */
  progress: Progress;
  /** Shows a text as HTML. Also a tag: html`<b>${value}</b>`. */
  html(text: string | TemplateStringsArray, ...values: readonly unknown[]): Html;
  /** Shows a picture: SVG as text, or the bytes of a PNG, JPEG, GIF or WebP file. */
  image(source: string | Uint8Array, alt: string): Image;
  /** What notebooks for Deno's kernel call to show things. */
  readonly Deno: { readonly jupyter: DenoJupyter };
}

type Fields = Readonly<Record<string, unknown>>;

/** What the services need from where the cells run. */
export interface ServiceHost extends DisplayHost {
  /** A file, seen from the notebook's folder. */
  readFile?(path: string): Uint8Array;
  /** What to say of a name of Deno's that only Deno has. */
  wordOnDeno?(name: string): string;
  /** Tells front ends something that is no output of a cell. */
  broadcast?(type: string, content: Fields, metadata: Fields, buffers: readonly Uint8Array[]): void;
}

/** @param outputsNow where the running code's outputs belong */
export function displayServices(host: ServiceHost, outputsNow: () => OutputQueue): DisplayServices {
  const own = Math.random().toString(36).slice(2); // unlike those of a kernel before a restart
  let count = 0;
  const freshId = (): string => {
    count += 1;
    return `${own}-${count}`;
  };

  const show = (
    type: "display_data" | "update_display_data",
    value: unknown,
    id: string,
    raw: boolean,
  ): void => {
    const metadata = outputMetadata(value);
    const made = toMimeBundle(raw ? asItStands(value) : value, host).then((data) =>
      data ? ({ output_type: type, data, metadata, transient: { display_id: id } } as const) : undefined,
    );
    outputsNow().push(made);
  };

  const showNow = (type: "display_data" | "update_display_data", data: MimeBundle, id: string): void =>
    outputsNow().push({ output_type: type, data, metadata: {}, transient: { display_id: id } } as CellOutput);

  const display = (value: unknown, { raw = false }: DisplayOptions = {}): DisplayHandle => {
    const id = freshId();
    show("display_data", value, id, raw);
    return {
      update: (newValue) => show("update_display_data", newValue, id, raw),
      // A cell that ends in `display(x)` shows x, and not the handle.
      ...{ [Symbol.for("Jupyter.display")]: () => ({}) },
    };
  };
  return {
    display,
    clearOutput: (wait = false) => outputsNow().push({ output_type: "clear_output", wait: wait === true }),
    progress: progressOver((data) => {
      const id = freshId();
      showNow("display_data", data, id);
      return (next) => showNow("update_display_data", next, id);
    }),
    html,
    image,
    Deno: denoNames({
      show: (value, { raw = false, update = false, display_id = freshId() }: DenoDisplayOptions) =>
        show(update ? "update_display_data" : "display_data", value, display_id, raw),
      format: async (value) => (await toMimeBundle(value, host)) ?? {},
      readFile: (path) => {
        if (!host.readFile) throw new Error(`Cannot read "${path}": there are no files here`);
        return host.readFile(path);
      },
      wordOnDeno: (name) => host.wordOnDeno?.(name) ?? "",
      broadcast: (type, content, metadata, buffers) => {
        if (isOutput(type)) outputsNow().push(asOutput(type, content, metadata));
        else if (host.broadcast) host.broadcast(type, content, metadata, buffers);
        else throw new Error(`Cannot broadcast "${type}": no front end listens here`);
      },
    }),
  };
}

const asOutput = (type: string, content: Fields, metadata: Fields): CellOutput =>
  ({ ...content, ...(type.endsWith("display_data") && { metadata }), output_type: type }) as CellOutput;

const isOutput = (type: string): boolean =>
  ["display_data", "update_display_data", "clear_output", "stream"].includes(type);

/** A value that shows itself by these forms. */
function asItStands(bundle: unknown): object {
  if (typeof bundle !== "object" || bundle === null || Array.isArray(bundle)) {
    throw new TypeError(
      `Cannot display: with { raw: true } the value must be an object of MIME types, got ${typeof bundle}`,
    );
  }
  return { [Symbol.for("Jupyter.display")]: () => bundle };
}
