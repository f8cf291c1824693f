import type { CompileCell } from "../compile/compileCell.ts";
import type { SessionHost } from "../session/sessionHost.ts";
import { chartDrawer } from "./importsTable.ts";
import type { PageModules } from "./pageModules.ts";

// biome-ignore lint/security/noGlobalEval: running code is what the page is for
const evaluateGlobally = globalThis.eval; // a cell may take it away

/** The worker's own script, an address of a file or a blob: taken before any cell runs. */
const { href } = globalThis.location;

/** What the module that draws charts gives. */
interface ChartDrawer {
  drawVegaLite(spec: object): Promise<string>;
  drawWithMarks(spec: object): Promise<{ svg: string; marks: readonly unknown[] }>;
}

/** What runs the cells of a page, and draws its figures. */
export interface PageHost extends SessionHost {
  /** A drawing as `drawChart` makes it, which carries as JSON, in `data-marks`, what its marks draw and where they stand. */
  drawFigure(spec: object): Promise<string>;
}

/** Runs cells in the worker of a page. */
export function pageHost(modules: PageModules, compile: CompileCell): PageHost {
  const drawer = () => modules.import(chartDrawer) as Promise<unknown> as Promise<ChartDrawer>;
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
    drawChart: async (spec) => (await drawer()).drawVegaLite(spec),
    async drawFigure(spec) {
      const { svg, marks } = await (await drawer()).drawWithMarks(spec);
      const carried = JSON.stringify(marks)
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll('"', "&quot;");
      return svg.replace("<svg", () => `<svg data-marks="${carried}"`);
    },
    isOwnFrame: (location) => location.startsWith(href),
  };
}
