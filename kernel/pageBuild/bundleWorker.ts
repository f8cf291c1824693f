import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { leaveOutForPage } from "./leaveOutForPage.ts";

/**
 * A program of `page/` as one text, for a worker.
 *
 * @param entry its file
 * @param format "cjs" for a module that a running worker is handed
 */
export async function bundleWorker(entry: URL, format: "iife" | "cjs" = "iife"): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    minify: true,
    plugins: [leaveOutForPage],
    platform: "browser",
    target: "es2024",
    format,
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}
