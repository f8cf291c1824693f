import { registerHooks } from "node:module";

const ours = new URL("./tslab.ts", import.meta.url).href;
let registered = false;

/**
 * Notebooks written for the tslab kernel run here: "tslab", imported or required by a cell or by a file beside it,
 * is our module of the same interface. The real one talks to its own kernel and to no other.
 */
export function provideTslab(): void {
  if (registered) return;
  registered = true;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === "tslab"
        ? { url: ours, format: "module-typescript", shortCircuit: true }
        : next(specifier, context),
  });
}
