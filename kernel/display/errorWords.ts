import { inspect } from "node-inspect-extracted";
import { withoutCompiledNames } from "./withoutCompiledNames.ts";

export interface ErrorWords {
  readonly name: string;
  readonly message: string;
}

const longest = 10_000;

/**
 * The name and the message of whatever was thrown. Never throws itself: an error may be a proxy, have getters
 * that fail, or be no error at all.
 */
export function errorWords(error: unknown): ErrorWords {
  try {
    if (!isError(error)) {
      return { name: "Thrown value", message: shortened(typeof error === "string" ? error : inspect(error)) };
    }
    const name = nameOf(error);
    const message = String(error.message);
    const typed = name === "TypeError" ? withoutCompiledNames(message) : message;
    return { name: shortened(name), message: shortened(typed) };
  } catch {
    return { name: "Error", message: "(an error that cannot be read)" };
  }
}

function isError(value: unknown): value is Error {
  if (value instanceof Error) return true;
  // Of another realm, as from node:vm or a frame.
  const { message, stack } = Object(value) as { message?: unknown; stack?: unknown };
  return typeof message === "string" && typeof stack === "string";
}

/** `class NotFound extends Error {}` is called after its class, although its `name` says "Error". */
function nameOf(error: Error): string {
  const ofClass = String(error.constructor?.name || "");
  const own = String(error.name || "");
  return own === "" || own === "Error" ? ofClass || "Error" : own;
}

function shortened(text: string): string {
  return text.length <= longest
    ? text
    : `${text.slice(0, longest)}… (${text.length - longest} more characters)`;
}
