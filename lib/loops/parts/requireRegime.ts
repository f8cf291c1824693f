import { described } from "../../require/described.ts";

/** Refuses anything but a regime, above all its name or the function that makes one. `action` completes "Cannot …". */
export function requireRegime(action: string, regime: { readonly next: unknown }): void {
  if (typeof regime?.next !== "function") {
    const hint = typeof regime === "function" ? ": call it first" : "";
    throw new TypeError(
      `Cannot ${action}: regime must be one such as replace(), got ${described(regime)}${hint}`,
    );
  }
}
