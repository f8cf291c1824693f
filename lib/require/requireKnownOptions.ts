import { described } from "./described.ts";
import { nearestName } from "./nearestName.ts";

/**
 * Refuses options that are no object, or hold a name that the function does not read: a misspelt option would be
 * ignored without a word. `known` has a key per option; `action` completes "Cannot …".
 */
export function requireKnownOptions(
  action: string,
  options: unknown,
  known: Readonly<Record<string, unknown>>,
  name = "options",
): void {
  if (typeof options !== "object" || options === null) {
    throw new TypeError(`Cannot ${action}: ${name} must be an object, got ${described(options)}`);
  }
  const names = Object.keys(known);
  for (const given of Object.keys(options)) {
    if (Object.hasOwn(known, given)) continue;
    const meant = nearestName(given, names);
    const hint = meant === undefined ? "" : ` (did you mean ${meant}?)`;
    throw new TypeError(
      `Cannot ${action}: ${name} must hold nothing but ${names.join(", ")}, got ${given}${hint}`,
    );
  }
}
