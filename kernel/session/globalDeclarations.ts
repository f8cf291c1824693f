import type { CellGlobals } from "./cellGlobals.ts";

/** What is said of a name that every cell knows: to the type checker, and to people. */
export interface GlobalDeclaration {
  /** As TypeScript declares it, with its documentation. */
  readonly declaration: string;
  /** How people write it, for a list of all names. */
  readonly usage: string;
  /** What it does, in a sentence. */
  readonly does: string;
}

const declared = (does: string, usage: string, declaration: string): GlobalDeclaration => ({
  does,
  usage,
  declaration: `/** ${does} */ declare ${declaration}`,
});

/** Names that the kernel gives to every cell, on every host. */
export const globalDeclarations: Readonly<Record<keyof CellGlobals, GlobalDeclaration>> = {
  display: declared(
    "Shows a value here. Update it later with the handle.",
    "display(value)",
    "function display(value: unknown, options?: { raw?: boolean }): { update(value: unknown): void };",
  ),
  clearOutput: declared(
    "Empties the output of the running cell; with `wait`, as the next output comes.",
    "clearOutput(wait?)",
    "function clearOutput(wait?: boolean): void;",
  ),
  progress: declared(
    "Passes items on and shows how far it is.",
    "progress(items, { label?, total? })",
    "function progress<T>(items: Iterable<T>, options?: { label?: string; total?: number }): Iterable<T>;",
  ),
  html: declared(
    'Shows a text as HTML: `html("<b>bold</b>")`; also a tag.',
    "html`<b>…</b>`",
    "function html(text: string | TemplateStringsArray, ...values: unknown[]): { readonly html: string };",
  ),
  image: declared(
    "Shows a picture: SVG as text, or the bytes of a PNG, JPEG, GIF or WebP file. `alt` says what it shows.",
    "image(source, alt)",
    "function image(source: string | Uint8Array, alt: string): { readonly alt: string };",
  ),
  Deno: declared(
    "What notebooks for Deno's kernel call to show things: `Deno.jupyter`. All else of Deno says what serves in Node.",
    "Deno.jupyter",
    "const Deno: { readonly jupyter: { readonly $display: unique symbol; display(value: unknown, options?: { raw?: boolean; update?: boolean; display_id?: string }): Promise<void>; format(value: unknown): Promise<Record<string, unknown>>; broadcast(type: string, content: Record<string, unknown>, extra?: { metadata?: Record<string, unknown>; buffers?: Uint8Array[] }): Promise<void>; html(strings: TemplateStringsArray, ...values: unknown[]): object; md(strings: TemplateStringsArray, ...values: unknown[]): object; svg(strings: TemplateStringsArray, ...values: unknown[]): object; image(source: string | Uint8Array): object } } & { readonly [name: string]: any };",
  ),
  input: declared(
    "Asks the user for a line.",
    "await input(prompt?)",
    "function input(prompt?: string): Promise<string>;",
  ),
  password: declared(
    "Asks for a line that is not shown.",
    "await password(prompt?)",
    "function password(prompt?: string): Promise<string>;",
  ),
  slider: declared(
    "A number between two others, set by hand.",
    "slider({ min, max, step?, value?, label? })",
    "function slider(options: { min: number; max: number; step?: number; value?: number; label?: string }): { value: number; onChange(listener: (value: number) => void | Promise<void>): unknown };",
  ),
  choice: declared(
    "One of several texts, set by hand.",
    "choice({ options, value?, label? })",
    "function choice<Option extends string>(options: { options: readonly Option[]; value?: Option; label?: string }): { value: Option; onChange(listener: (value: Option) => void | Promise<void>): unknown };",
  ),
  number: declared(
    "A number, typed by hand.",
    "number({ value, min?, max?, step?, label? })",
    "function number(options: { value: number; min?: number; max?: number; step?: number; label?: string }): { value: number; onChange(listener: (value: number) => void | Promise<void>): unknown };",
  ),
  toggle: declared(
    "Yes or no, set by hand.",
    "toggle({ value?, label? })",
    "function toggle(options?: { value?: boolean; label?: string }): { value: boolean; onChange(listener: (value: boolean) => void | Promise<void>): unknown };",
  ),
};
