import type { CompileCell } from "../compile/compileCell.ts";
import type { SessionHost } from "../session/sessionHost.ts";
import { chartDrawer } from "./importsTable.ts";
import type { PageModules } from "./pageModules.ts";

// biome-ignore lint/security/noGlobalEval: running code is what the page is for
const evaluateGlobally = globalThis.eval; // a cell may take it away

/** The worker's own script, an address of a file or a blob: taken before any cell runs. */
const { href } = globalThis.location;

/** Runs cells in the worker of a page. */
export function pageHost(modules: PageModules, compile: CompileCell): SessionHost {
  return {
    compile,
    evaluate(code, name) {
      try {
        return evaluateGlobally(`${code}\n//# sourceURL=${name}`);
      } catch (error) {
        if (error instanceof EvalError)
          throw new Error(
            "The server lets the cells' worker run no code: for it, the content-security policy must allow 'unsafe-eval'",
          );
        // The compiler has read the cell: it is the browser that cannot.
        throw new SyntaxError(
          `This browser cannot read the cell, which may use syntax that it does not know yet, such as \`using\` (${(error as Error).message})`,
        );
      }
    },
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
    isOwnFrame: (location) => location.startsWith(href),
  };
}
