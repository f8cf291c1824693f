import { registerHooks } from "node:module";

const ours = new URL("./tslab.ts", import.meta.url).href;
/** In a package it is JavaScript, as Node strips no types there. */
const format = ours.endsWith(".ts") ? "module-typescript" : "module";
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
      specifier === "tslab" ? { url: ours, format, shortCircuit: true } : next(specifier, context),
  });
}
