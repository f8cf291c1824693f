/**
 * JSON as Jupyter's own writer lays it out: keys sorted by code point, one space of indentation.
 * Written by hand because an object cannot hold "10" before "9", as that order wants.
 */
export function sortedJson(value: unknown, indent = "\n"): string {
  const inner = `${indent} `;
  if (Array.isArray(value)) {
    const items = value.map((item) => inner + sortedJson(item, inner));
    return items.length === 0 ? "[]" : `[${items.join(",")}${indent}]`;
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value)
      .filter(([, child]) => child !== undefined)
      .sort(([a], [b]) => byCodePoint(a, b))
      .map(([key, child]) => `${inner}${JSON.stringify(key)}: ${sortedJson(child, inner)}`);
    return entries.length === 0 ? "{}" : `{${entries.join(",")}${indent}}`;
  }
  if (typeof value === "number") return numberText(value);
  return JSON.stringify(value) ?? "null";
}

/** A small number as Python writes it: `1e-05` for 0.00001, which JavaScript writes in full, and `1e-07` for 1e-7. */
function numberText(value: number): string {
  const isSmall = value !== 0 && Math.abs(value) < 1e-4;
  return isSmall ? value.toExponential().replace(/e-(\d)$/, "e-0$1") : JSON.stringify(value);
}

function byCodePoint(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  for (const [index, character] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (character !== other) return character.codePointAt(0)! - other.codePointAt(0)!;
  }
  return left.length - right.length;
}
