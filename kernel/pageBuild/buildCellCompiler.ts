import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { leaveOutForPage } from "./leaveOutForPage.ts";

/** The source of the module that compiles cells in a page: for cells that the build has not compiled. */
export async function buildCellCompiler(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("../page/cellCompiler.ts", import.meta.url))],
    bundle: true,
    minify: true,
    plugins: [leaveOutForPage],
    platform: "browser",
    target: "es2024",
    format: "cjs",
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}
