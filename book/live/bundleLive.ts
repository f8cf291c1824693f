import type { Plugin } from "esbuild";
import { leaveOutForPage } from "../../kernel/pageBuild/leaveOutForPage.ts";
import { bundleScript } from "../bundleScript.ts";
import { adoptedStyles } from "./adoptedStyles.ts";

/** A program that runs or changes cells, and the paths that it was bundled from. */
export const bundleLive = (
  entryPoints: readonly string[],
  plugins: readonly Plugin[] = [],
): ReturnType<typeof bundleScript> =>
  bundleScript(entryPoints, { plugins: [...plugins, leaveOutForPage, adoptedStyles] });
