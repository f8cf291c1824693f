import { bundleWorker } from "./bundleWorker.ts";

/** The source of the module that compiles cells in a page: for cells that the build has not compiled. */
export const buildCellCompiler = (): Promise<string> =>
  bundleWorker(new URL("../page/cellCompiler.ts", import.meta.url), "cjs");
