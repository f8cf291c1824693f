import { bundleWorker } from "./bundleWorker.ts";

/** The source of the worker that knows the types of a page's cells: TypeScript for the most part, a megabyte compressed. */
export const buildTypeWorker = (): Promise<string> =>
  bundleWorker(new URL("../page/typeWorker.ts", import.meta.url));
