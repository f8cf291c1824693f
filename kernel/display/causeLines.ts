import { errorWords } from "./errorWords.ts";
import { ownProperties } from "./ownProperties.ts";

const most = 10;

/** What stands behind an error, a line each: its `cause`, that one's cause, the errors it gathers. */
export function causeLines(error: unknown): string[] {
  const lines: string[] = [];
  const seen = new Set<unknown>();
  const add = (behind: unknown, how: string): void => {
    if (behind === undefined || behind === null || seen.has(behind) || lines.length >= most) return;
    seen.add(behind);
    const { name, message } = errorWords(behind);
    const own = ownProperties(behind).replace(/\s+/g, " ");
    lines.push(`${how} ${name}: ${message}${own && ` ${own}`}`);
    follow(behind);
  };
  const follow = (from: unknown): void => {
    for (const one of gathered(from)) add(one, "Together with");
    add(property(from, "cause"), "Caused by");
  };
  seen.add(error);
  follow(error);
  return lines;
}

function gathered(error: unknown): readonly unknown[] {
  const errors = property(error, "errors");
  if (error instanceof AggregateError && Array.isArray(errors)) return errors;
  // What failed as things were put away, and what had failed before. Older engines do not have the class.
  const isSuppressed = property(error, "name") === "SuppressedError";
  return isSuppressed ? [property(error, "error"), property(error, "suppressed")] : [];
}

function property(value: unknown, name: string): unknown {
  try {
    return Object(value)[name];
  } catch {
    return undefined; // a getter that fails has nothing to say
  }
}
