/** A value as an error message names it: "replace" in quotes, a function by its name, anything else by its kind. */
export function described(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "function") return value.name ? `the function ${value.name}` : "a function";
  if (typeof value !== "object" || value === null) return String(value);
  return Array.isArray(value) ? "an array" : `an object ${value.constructor?.name ?? "without a prototype"}`;
}
