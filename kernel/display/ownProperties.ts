import { plainText } from "./plainText.ts";

/** What every error has, or what is told of it in other words. */
const told: ReadonlySet<string> = new Set([
  "name",
  "message",
  "stack",
  "cause",
  "errors",
  "error",
  "suppressed",
]);

/**
 * What an error carries beside its message, such as the `code` of a system error, as Node shows it behind the stack.
 *
 * @returns "" if it carries nothing
 * @example ownProperties(Object.assign(new Error("no"), { code: "ENOENT" })) // => "{ code: 'ENOENT' }"
 */
export function ownProperties(error: unknown): string {
  try {
    if (!(error instanceof Error)) return "";
    const names = Object.keys(error).filter((name) => !told.has(name));
    return names.length === 0
      ? ""
      : plainText(Object.fromEntries(names.map((name) => [name, Reflect.get(error, name)])));
  } catch {
    return ""; // an error that cannot be read has said what it can
  }
}
