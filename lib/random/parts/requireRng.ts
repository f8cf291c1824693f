import { described } from "../../require/described.ts";
import type { Rng } from "../rng.ts";

/** Refuses anything but a seeded stream: `Math.random` cannot be repeated. `action` completes "Cannot …". */
export function requireRng(action: string, rng: Rng): void {
  if (typeof rng?.next !== "function" || typeof rng.split !== "function") {
    throw new TypeError(
      `Cannot ${action}: rng must be a seeded stream such as seeded(1), got ${described(rng)}`,
    );
  }
}
