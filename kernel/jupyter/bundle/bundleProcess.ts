/** The process that makes a bundle for the next launch: beside all that is asked of the machine, and without a word. */
import { constants, setPriority } from "node:os";
import { freshBundle } from "./freshBundle.mjs";
import { makeBundle } from "./makeBundle.ts";
import { removeBundles } from "./removeBundles.ts";

try {
  setPriority(constants.priority.PRIORITY_LOW);
  if (freshBundle() === undefined) await makeBundle();
  removeBundles();
} catch {
  // No esbuild, or a folder that is not ours to write: kernels run from the sources.
}
