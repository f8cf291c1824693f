import { html } from "../display/html.ts";
import { image } from "../display/image.ts";
import { joinedTemplate } from "../display/joinedTemplate.ts";
import type { MimeBundle } from "../notebook/notebook.ts";

const displaySymbol = Symbol.for("Jupyter.display");

/** A value that shows itself. */
type Displayable = object;

type Tag = (strings: TemplateStringsArray, ...values: readonly unknown[]) => Displayable;

export interface DenoDisplayOptions {
  /** The value is a MIME bundle, to be shown as it is. */
  readonly raw?: boolean;
  /** Shows it where the display of that id stands. */
  readonly update?: boolean;
  readonly display_id?: string;
}

/** The part of Deno that its notebooks use to show things. */
export interface DenoJupyter {
  readonly $display: symbol;
  display(value: unknown, options?: DenoDisplayOptions): Promise<void>;
  format(value: unknown): Promise<MimeBundle>;
  broadcast(
    type: string,
    content: Readonly<Record<string, unknown>>,
    extra?: {
      readonly metadata?: Readonly<Record<string, unknown>>;
      readonly buffers?: readonly Uint8Array[];
    },
  ): Promise<void>;
  readonly html: Tag;
  readonly md: Tag;
  readonly svg: Tag;
  image(source: string | Uint8Array): Displayable;
}

export interface DenoHost extends Pick<DenoJupyter, "format"> {
  show(value: unknown, options: DenoDisplayOptions): void;
  broadcast(
    type: string,
    content: Readonly<Record<string, unknown>>,
    metadata: Readonly<Record<string, unknown>>,
    buffers: readonly Uint8Array[],
  ): void;
  readFile(path: string): Uint8Array;
  /** What is to be said of a name of Deno's that is not there: what does it here. */
  wordOnDeno(name: string): string;
}

/**
 * `Deno`, for notebooks that were written for Deno's kernel. It is a name of the cells and no global: libraries that look
 * for it must go on seeing Node. `Deno.jupyter` shows things; all else says what does it here.
 */
export function denoNames(host: DenoHost): { readonly jupyter: DenoJupyter } {
  const jupyter: DenoJupyter = {
    $display: displaySymbol,
    display: (value, options = {}) => {
      host.show(value, options);
      // A cell that ends in it shows the value, and not the promise.
      return Object.assign(Promise.resolve(), { [displaySymbol]: () => ({}) });
    },
    format: host.format,
    broadcast: async (type, content, { metadata = {}, buffers = [] } = {}) =>
      host.broadcast(type, content, metadata, buffers),
    html,
    md: (strings, ...values) => {
      const text = joinedTemplate(strings, values) ?? "";
      return shownAs({ "text/plain": text, "text/markdown": text });
    },
    svg: (strings, ...values) => image(joinedTemplate(strings, values) ?? "", "A drawing"),
    image: (source) =>
      typeof source === "string"
        ? image(
            /\.svg$/i.test(source) ? textOf(host.readFile(source)) : host.readFile(source),
            `Image ${source}`,
          )
        : image(source, "An image"),
  };
  return new Proxy(
    { jupyter },
    {
      get(own, name, receiver) {
        if (typeof name === "symbol" || name in own || name === "then" || name === "toJSON")
          return Reflect.get(own, name, receiver);
        throw new Error(`Deno.${name} is Deno's${host.wordOnDeno(name)}`);
      },
    },
  );
}

const shownAs = (bundle: MimeBundle): Displayable => ({ [displaySymbol]: () => bundle });

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
