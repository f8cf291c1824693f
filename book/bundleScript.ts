import { join, relative, resolve } from "node:path";
import type { Plugin } from "esbuild";
import type { Cache } from "./cache.ts";
import { bundledHash } from "./codeHash.ts";

export interface BundleOptions {
  readonly plugins?: readonly Plugin[];
  /** Names that stand for constants, as JavaScript writes them. */
  readonly define?: Readonly<Record<string, string>>;
}

/** A program as one script, and the paths that it was bundled from. */
export interface Bundle {
  readonly text: string;
  readonly from: readonly string[];
}

const home = join(import.meta.dirname, "..");

/**
 * A program of the theme as one classic script, since modules do not load from a folder. Style sheets that it imports are texts.
 * It is kept until a source of this project changes.
 *
 * @param plugins told apart by their names
 */
export async function bundleScript(
  entryPoints: readonly string[],
  cache: Cache,
  { plugins = [], define = {} }: BundleOptions = {},
): Promise<Bundle> {
  // Relative, since the cache moves with its project.
  const inProject = (path: string): string => relative(home, resolve(path));
  const made = [entryPoints.map(inProject), plugins.map(({ name }) => name), define];
  const { text, from } = await cache.latest(
    "bundles",
    String(made[0]),
    [await bundledHash(cache), made],
    async () => {
      const { build } = await import("esbuild");
      const { outputFiles, metafile } = await build({
        entryPoints: [...entryPoints],
        bundle: true,
        minify: true,
        write: false,
        outdir: "out",
        format: "iife",
        target: "es2022",
        loader: { ".css": "text" },
        plugins: [...plugins],
        define,
        metafile: true,
      });
      return { text: outputFiles[0]?.text ?? "", from: Object.keys(metafile.inputs).map(inProject) };
    },
  );
  return { text, from: from.map((path) => join(home, path)) };
}
