/**
 * The text of a tagged template with its values in it; undefined if it is no template. A value that is undefined leaves
 * no trace, and what `html` made is put in as the HTML that it is.
 */
export function joinedTemplate(strings: unknown, values: readonly unknown[]): string | undefined {
  if (!Array.isArray(strings) || !Array.isArray((strings as { raw?: unknown }).raw)) return undefined;
  return strings.map((part, index) => `${part}${textOf(values[index])}`).join("");
}

function textOf(value: unknown): string {
  if (value === undefined) return "";
  if (typeof value !== "object" || value === null) return String(value);
  const { html } = value as { html?: unknown };
  return typeof html === "string" && Symbol.for("Jupyter.display") in value ? html : String(value);
}
