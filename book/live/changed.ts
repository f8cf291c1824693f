import type { CodeChanges } from "./codeChanges.ts";

/** @example changed("a + b", ["$.", 5]) // => "$.a + b" */
export function changed(from: string, changes: CodeChanges): string {
  let at = 0;
  let text = "";
  for (const change of changes) {
    if (typeof change === "string") text += change;
    else {
      if (change > 0) text += from.slice(at, at + change);
      at += Math.abs(change);
    }
  }
  return text;
}
