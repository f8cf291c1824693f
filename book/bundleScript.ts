import { resolve } from "node:path";
import { build, type Plugin } from "esbuild";

export interface BundleOptions {
  readonly plugins?: readonly Plugin[];
  /** Names that stand for constants, as JavaScript writes them. */
  readonly define?: Readonly<Record<string, string>>;
}

/**
 * A program of the theme as one classic script, since modules do not load from a folder, and the paths that it was bundled from.
 * Style sheets that it imports are texts.
 */
export async function bundleScript(
  entryPoints: readonly string[],
  { plugins = [], define = {} }: BundleOptions = {},
): Promise<{ readonly text: string; readonly from: readonly string[] }> {
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
  return {
    text: outputFiles[0]?.text ?? "",
    from: Object.keys(metafile.inputs).map((path) => resolve(path)),
  };
}
