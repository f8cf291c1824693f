import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Plugin } from "esbuild";

/**
 * For esbuild: what comes after the editor takes the editor's own parts, which stand in the page once. A part that the editor
 * does not hand over is a name that this bundle lacks, and stops it.
 */
export const sharedEditor: Plugin = {
  name: "shared-editor",
  setup(build) {
    build.onLoad(
      { filter: /node_modules[/\\]@codemirror[/\\](?:state|view|language)[/\\]/ },
      async ({ path }) => {
        const part = /@codemirror[/\\](\w+)/.exec(path)?.[1] ?? "";
        const list = await readFile(
          fileURLToPath(new URL(`../theme/live/codemirror/${part}.ts`, import.meta.url)),
          "utf8",
        );
        const names = /\{([^}]*)\}/.exec(list)?.[1]?.match(/\w+/g) ?? [];
        return { contents: `export const { ${names.join(", ")} } = globalThis.genlossEdit.parts.${part};` };
      },
    );
  },
};
