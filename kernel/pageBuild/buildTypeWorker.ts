import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** The source of the worker that knows the types of a page's cells: TypeScript for the most part, a megabyte compressed. */
export async function buildTypeWorker(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("../page/typeWorker.ts", import.meta.url))],
    bundle: true,
    minify: true,
    platform: "browser",
    target: "es2024",
    format: "iife",
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}
