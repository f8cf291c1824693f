import { described } from "./described.ts";

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

/** The known name that a mistyped one most likely means: at most a third of its letters away. Undefined if none is. */
function nearestName(typed: string, known: readonly string[]): string | undefined {
  let nearest: string | undefined;
  let least = Math.max(1, Math.floor(typed.length / 3));
  for (const name of known) {
    const distance = edits(typed.toLowerCase(), name.toLowerCase());
    if (distance > least || (distance === least && nearest !== undefined)) continue;
    nearest = name;
    least = distance;
  }
  return nearest;
}

/** Letters to add, drop or change to make one word of the other (Levenshtein). */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
