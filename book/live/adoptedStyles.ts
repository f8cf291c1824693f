import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

const condition = "!root.head && root.adoptedStyleSheets";

/**
 * For esbuild: the editor's styles come as a sheet that the page adopts, and not in a style element, which a strict policy forbids.
 * The package does that by itself in shadow roots alone.
 */
export const adoptedStyles: Plugin = {
  name: "adopted-styles",
  setup(build) {
    build.onLoad({ filter: /node_modules[/\\]style-mod[/\\].*\.js$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      if (!text.includes(condition)) throw new Error(`Cannot adopt styles: ${path} must ask "${condition}"`);
      return { contents: text.replace(condition, "root.adoptedStyleSheets") };
    });
  },
};
