import { resolve } from "node:path";
import { build, type Plugin } from "esbuild";
import { leaveOutForPage } from "../../kernel/pageBuild/leaveOutForPage.ts";
import { adoptedStyles } from "./adoptedStyles.ts";

/** A program that a page loads on use, and the paths that it was bundled from. A classic script: modules do not load from a folder. */
export async function bundleLive(
  entryPoints: readonly string[],
  plugins: readonly Plugin[] = [],
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
    plugins: [...plugins, leaveOutForPage, adoptedStyles],
    metafile: true,
  });
  return {
    text: outputFiles[0]?.text ?? "",
    from: Object.keys(metafile.inputs).map((path) => resolve(path)),
  };
}
