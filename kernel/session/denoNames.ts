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
}

/**
 * `Deno`, for notebooks that were written for Deno's kernel. It is a name of the cells and no global: libraries that look
 * for it must go on seeing Node. `Deno.jupyter` shows things; all else says what does it in Node.
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
        const here = inNode[name];
        const word = here === undefined ? "" : `. In Node: ${here}`;
        throw new Error(`Deno.${name} is Deno's, and this kernel runs on Node${word}`);
      },
    },
  );
}

const shownAs = (bundle: MimeBundle): Displayable => ({ [displaySymbol]: () => bundle });

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** What serves in Node for what is Deno's. */
const inNode: Readonly<Record<string, string>> = {
  args: "process.argv",
  build: "process.platform and process.arch",
  chdir: "process.chdir(path)",
  Command: "child_process.spawn(command, args)",
  connect: "net.connect(options)",
  copyFile: "fs.promises.copyFile(from, to)",
  cwd: "process.cwd()",
  env: "process.env.NAME",
  errors: "error.code",
  execPath: "process.execPath",
  exit: "process.exit(code)",
  hostname: "os.hostname()",
  inspect: "util.inspect(value)",
  listen: "net.createServer()",
  makeTempDir: "fs.promises.mkdtemp(prefix)",
  memoryUsage: "process.memoryUsage()",
  mkdir: "fs.promises.mkdir(path)",
  open: "fs.promises.open(path)",
  pid: "process.pid",
  readDir: "fs.promises.readdir(path)",
  readDirSync: "fs.readdirSync(path)",
  readFile: "fs.promises.readFile(path)",
  readFileSync: "fs.readFileSync(path)",
  readTextFile: 'fs.promises.readFile(path, "utf8")',
  readTextFileSync: 'fs.readFileSync(path, "utf8")',
  realPath: "fs.promises.realpath(path)",
  remove: "fs.promises.rm(path)",
  removeSync: "fs.rmSync(path)",
  rename: "fs.promises.rename(from, to)",
  run: "child_process.spawn(command, args)",
  serve: "http.createServer(handler)",
  stat: "fs.promises.stat(path)",
  statSync: "fs.statSync(path)",
  stderr: "process.stderr",
  stdin: "process.stdin",
  stdout: "process.stdout",
  test: 'import { test } from "node:test"',
  version: "process.versions",
  writeFile: "fs.promises.writeFile(path, bytes)",
  writeFileSync: "fs.writeFileSync(path, bytes)",
  writeTextFile: "fs.promises.writeFile(path, text)",
  writeTextFileSync: "fs.writeFileSync(path, text)",
};
