import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { listSite } from "./listSite.ts";

/** What keeps the book on a device: the list of the site's files, and the program. */
export async function serviceWorker(files: ReadonlyMap<string, string | Buffer>): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("../theme/offline/worker/worker.ts", import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
  });
  return `const siteFiles=${JSON.stringify(listSite(files))};\n${outputFiles[0]?.text ?? ""}`;
}
