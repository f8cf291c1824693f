import { described } from "./described.ts";

/** Refuses anything but a function. `action` completes "Cannot …". */
export function requireFunction(action: string, name: string, value: unknown): void {
  if (typeof value !== "function") {
    throw new TypeError(`Cannot ${action}: ${name} must be a function, got ${described(value)}`);
  }
}
