import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { bundleScript } from "./bundleScript.ts";
import { type Cache, contentHash } from "./cache.ts";
import { type Face, mathFaces, textFaces } from "./fonts.ts";
import type { Content } from "./render/content.ts";

const theme = join(import.meta.dirname, "theme");

/** The files that pages share, and what each page loads of them. */
export interface Assets {
  readonly style: string;
  readonly script: string;
  /** By path in the site. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** The files, besides the page itself, that a reader of this page loads. */
  loadedBy(content: Content): string[];
}

/** Style sheet, script and fonts: minified, subset to what the pages use, named by their content. */
export async function buildAssets(
  contents: readonly Content[],
  codeCss: string,
  cache: Cache,
): Promise<Assets> {
  const files = new Map<string, Buffer>();
  const add = (name: string, extension: string, bytes: Buffer): string => {
    const path = `assets/${name}.${contentHash(bytes, 8)}.${extension}`;
    files.set(path, bytes);
    return path;
  };

  const formulas = contents.flatMap((content) => content.formulas).join("\n");
  const text = contents.map(({ body, title }) => title + body).join("\n");
  const [serif, maths] = await Promise.all([textFaces(text, cache), mathFaces(formulas, cache)]);
  const paths = new Map<Face, string>();
  for (const face of [...serif, ...maths])
    if (!face.inline) paths.set(face, add(face.name, "woff2", face.bytes));
  const faces = [...serif, ...maths].map((face) => faceRule(face, paths.get(face))).join("\n");
  const katex = formulas ? await katexRules() : "";

  const css = `${faces}\n${katex}\n${await themeCss()}\n${codeCss}`;
  const style = add("book", "css", Buffer.from(await cache.remember("css", [css], () => minifyCss(css))));
  const script = add("book", "js", Buffer.from(await clientScript(cache)));

  const loaded = new Map<Content, string[]>();
  const loadedBy = (content: Content): string[] => {
    const known = loaded.get(content);
    if (known) return known;
    const formulas = content.formulas.join("\n");
    const fonts = [...paths].filter(([face]) => serif.includes(face) || face.usedBy(formulas));
    const all = [style, script, ...fonts.map(([, path]) => path)];
    loaded.set(content, all);
    return all;
  };
  return { style, script, files, loadedBy };
}

function faceRule(face: Face, path: string | undefined): string {
  const source = path
    ? path.replace("assets/", "")
    : `data:font/woff2;base64,${face.bytes.toString("base64")}`;
  return (
    `@font-face{font-family:"${face.family}";font-style:${face.style};font-weight:${face.weight};` +
    `font-display:swap;src:url("${source}") format("woff2")}`
  );
}

/** KaTeX's own rules without its font faces, which are ours: fewer, and subset. */
async function katexRules(): Promise<string> {
  const css = await readFile(new URL(import.meta.resolve("katex/dist/katex.min.css")), "utf8");
  return css.replace(/@font-face\{[^}]*\}/g, "");
}

/** The theme's style sheets, in the order of their numbers. */
async function themeCss(): Promise<string> {
  const names = (await readdir(theme)).filter((name) => name.endsWith(".css")).sort();
  return (await Promise.all(names.map((name) => readFile(join(theme, name), "utf8")))).join("\n");
}

async function minifyCss(css: string): Promise<string> {
  const { transform } = await import("esbuild");
  return (await transform(css, { loader: "css", minify: true, target: "chrome123" })).code;
}

const clientScript = async (cache: Cache): Promise<string> =>
  (await bundleScript([join(theme, "client/book.ts")], cache)).text;
