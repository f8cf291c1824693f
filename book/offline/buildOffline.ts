import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { contentHash } from "../cache.ts";
import type { BookConfig } from "../config.ts";
import { icon } from "../meta/icon.ts";
import { manifestName, webManifest } from "./webManifest.ts";

/** What a page loads once it stands there: it keeps the book on the device, and says so. */
export interface Offline {
  /** By path in the site; the service worker comes when all others are there. */
  readonly files: ReadonlyMap<string, string>;
  /** The script, by its path in the site. */
  readonly script: string;
}

/** @param bytes about how much there is to keep */
export async function buildOffline(config: BookConfig, bytes: number): Promise<Offline> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("../theme/offline/page/offline.ts", import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    // A classic script, as all of a page are.
    format: "iife",
    target: "es2022",
    loader: { ".css": "text" },
    define: { siteBytes: String(Math.ceil(bytes / 1e6) * 1e6) },
  });
  const code = outputFiles[0]?.text ?? "";
  const [script, picture] = [
    `assets/offline.${contentHash(code, 8)}.js`,
    `assets/icon.${contentHash(icon, 8)}.svg`,
  ];
  return {
    files: new Map([
      [script, code],
      [picture, icon],
      [manifestName, webManifest(config, picture)],
    ]),
    script,
  };
}
