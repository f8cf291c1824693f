import { bundleWorker } from "./bundleWorker.ts";

/** The source of the worker that runs a page's cells: session and display, without the compiler and without charts. */
export const buildCellWorker = (): Promise<string> =>
  bundleWorker(new URL("../page/cellWorker.ts", import.meta.url));
