import { fileURLToPath } from "node:url";
import { bundleScript } from "../bundleScript.ts";
import { type Cache, contentHash } from "../cache.ts";
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
export async function buildOffline(config: BookConfig, bytes: number, cache: Cache): Promise<Offline> {
  const entry = fileURLToPath(new URL("../theme/offline/page/offline.ts", import.meta.url));
  const define = { siteBytes: String(Math.ceil(bytes / 1e6) * 1e6) };
  const { text: code } = await bundleScript([entry], cache, { define });
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
