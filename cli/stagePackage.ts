import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { builtManifest, type Manifest } from "./builtManifest.ts";
import { toJavaScript } from "./toJavaScript.ts";

interface StageOptions {
  /** The text of its LICENSE. */
  readonly licence: string;
  /** Its name, if it is not that of its package.json. */
  readonly name?: string;
  /** Folders below it that stay out. */
  readonly without?: readonly string[];
}

/** What stands beside the sources and is for those who change them. */
const unread =
  /(?:^|\/)(?:node_modules|rebuild\.ts|(?:package|tsconfig)\.json|\.[^/]*|[^/]*\.d\.ts|[^/]*\.wat)$/;

/**
 * Lays a package out as others install it: JavaScript and declarations in `dist`, and a package.json that leads there.
 * Data, and what is to be read, goes along to the letter.
 */
export function stagePackage(folder: string, target: string, options: StageOptions): void {
  const { licence, name, without = [] } = options;
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), text);
  };
  const walk = (below: string): void => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      if (unread.test(path) || without.includes(path)) continue;
      if (entry.isDirectory()) walk(path);
      else if (/\.ts$/.test(path)) {
        const { code, types } = toJavaScript(readFileSync(join(folder, path), "utf8"), path);
        write(`dist/${path.replace(/\.ts$/, ".js")}`, code);
        write(`dist/${path.replace(/\.ts$/, ".d.ts")}`, types);
      } else {
        const place = join(target, path === "README.md" ? path : `dist/${path}`);
        mkdirSync(dirname(place), { recursive: true });
        cpSync(join(folder, path), place);
      }
    }
  };
  walk("");
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  write(
    "package.json",
    `${JSON.stringify(builtManifest({ ...manifest, ...(name && { name }) }), null, 2)}\n`,
  );
  write("LICENSE", licence);
}
