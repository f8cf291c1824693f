import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { ReviewAssets } from "./reviewApp.ts";

/** The review's own script and style. */
export async function reviewAssets(): Promise<ReviewAssets> {
  const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [at("client/review.ts")],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
  });
  const css = ["../page/page.css", "review.css"].map((path) => readFileSync(at(path), "utf8")).join("\n");
  return { css, script: outputFiles[0]?.text ?? "" };
}
