import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { leaveOutForPage } from "./leaveOutForPage.ts";

/** The source of the worker that runs a page's cells: session and display, without the compiler and without charts. */
export async function buildCellWorker(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("../page/cellWorker.ts", import.meta.url))],
    bundle: true,
    minify: true,
    keepNames: false,
    plugins: [leaveOutForPage],
    platform: "browser",
    target: "es2024",
    format: "iife",
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}
