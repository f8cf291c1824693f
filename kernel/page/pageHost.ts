import type { SessionHost } from "../session/sessionHost.ts";
import { chartDrawer } from "./importsTable.ts";
import type { PageModules } from "./pageModules.ts";

// biome-ignore lint/security/noGlobalEval: running code is what the page is for
const evaluateGlobally = globalThis.eval; // a cell may take it away

/** Runs cells in the worker of a page. */
export function pageHost(modules: PageModules): SessionHost {
  return {
    evaluate: (code, name) => evaluateGlobally(`${code}\n//# sourceURL=${name}`),
    importModule: (specifier) => modules.import(specifier),
    meta: { main: true },
    ambient: {
      require(specifier: unknown): never {
        throw new Error(
          `Cannot require "${String(specifier)}" in a page: write import … from "${String(specifier)}"`,
        );
      },
    },
    async drawChart(spec) {
      const { drawVegaLite } = (await modules.import(chartDrawer)) as {
        drawVegaLite(spec: object): Promise<string>;
      };
      return drawVegaLite(spec);
    },
    isOwnFrame: (location) => location.startsWith("blob:"),
  };
}
