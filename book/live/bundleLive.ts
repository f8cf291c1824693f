import type { Plugin } from "esbuild";
import { leaveOutForPage } from "../../kernel/pageBuild/leaveOutForPage.ts";
import { type Bundle, bundleScript } from "../bundleScript.ts";
import type { Cache } from "../cache.ts";
import { adoptedStyles } from "./adoptedStyles.ts";

/** A program that runs or changes cells, and the paths that it was bundled from. */
export const bundleLive = (
  entryPoints: readonly string[],
  cache: Cache,
  plugins: readonly Plugin[] = [],
): Promise<Bundle> =>
  bundleScript(entryPoints, cache, { plugins: [...plugins, leaveOutForPage, adoptedStyles] });
