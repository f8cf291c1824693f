/** Names that the kernel gives to every cell, as TypeScript declares them. */
export const cellGlobals: ReadonlyMap<string, string> = new Map([
  [
    "display",
    "/** Shows a value here. Update it later with the handle. */ declare function display(value: unknown, options?: { raw?: boolean }): { update(value: unknown): void };",
  ],
  [
    "clearOutput",
    "/** Empties the output of the running cell; with `wait`, as the next output comes. */ declare function clearOutput(wait?: boolean): void;",
  ],
  [
    "progress",
    "/** Passes items on and shows how far it is. */ declare function progress<T>(items: Iterable<T>, options?: { label?: string; total?: number }): Iterable<T>;",
  ],
  [
    "html",
    '/** Shows a text as HTML: `html("<b>bold</b>")`; also a tag. */ declare function html(text: string | TemplateStringsArray, ...values: unknown[]): { readonly html: string };',
  ],
  [
    "image",
    "/** Shows a picture: SVG as text, or the bytes of a PNG, JPEG, GIF or WebP file. `alt` says what it shows. */ declare function image(source: string | Uint8Array, alt: string): { readonly alt: string };",
  ],
  [
    "Deno",
    "/** What notebooks for Deno's kernel call to show things: `Deno.jupyter`. All else of Deno says what serves in Node. */ declare const Deno: { readonly jupyter: { readonly $display: unique symbol; display(value: unknown, options?: { raw?: boolean; update?: boolean; display_id?: string }): Promise<void>; format(value: unknown): Promise<Record<string, unknown>>; broadcast(type: string, content: Record<string, unknown>, extra?: { metadata?: Record<string, unknown>; buffers?: Uint8Array[] }): Promise<void>; html(strings: TemplateStringsArray, ...values: unknown[]): object; md(strings: TemplateStringsArray, ...values: unknown[]): object; svg(strings: TemplateStringsArray, ...values: unknown[]): object; image(source: string | Uint8Array): object } } & { readonly [name: string]: any };",
  ],
  ["input", "/** Asks the user for a line. */ declare function input(prompt?: string): Promise<string>;"],
  [
    "password",
    "/** Asks for a line that is not shown. */ declare function password(prompt?: string): Promise<string>;",
  ],
  [
    "slider",
    "/** A number between two others, set by hand. */ declare function slider(options: { min: number; max: number; step?: number; value?: number; label?: string }): { value: number; onChange(listener: (value: number) => void | Promise<void>): unknown };",
  ],
  [
    "choice",
    "/** One of several texts, set by hand. */ declare function choice<Option extends string>(options: { options: readonly Option[]; value?: Option; label?: string }): { value: Option; onChange(listener: (value: Option) => void | Promise<void>): unknown };",
  ],
  [
    "toggle",
    "/** Yes or no, set by hand. */ declare function toggle(options?: { value?: boolean; label?: string }): { value: boolean; onChange(listener: (value: boolean) => void | Promise<void>): unknown };",
  ],
]);
