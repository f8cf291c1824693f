import { described } from "../../require/described.ts";

/** Refuses anything but a family of models, above all the function that makes one. `action` completes "Cannot …". */
export function requireFamily(action: string, family: { readonly fit: unknown }): void {
  if (typeof family?.fit !== "function") {
    const hint = typeof family === "function" ? ": call it first" : "";
    throw new TypeError(
      `Cannot ${action}: family must be one such as gaussian({ ddof: 1 }), got ${described(family)}${hint}`,
    );
  }
}
