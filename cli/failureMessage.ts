import type { NotebookFailure } from "../kernel/run/runNotebook.ts";

/** A failing cell as the command line tells it: where, the lines, what. */
export function failureMessage(file: string, failure: NotebookFailure): string {
  const { cellId, cellIndex, line, excerpt, name, message } = failure;
  const place = line === undefined ? "" : `, line ${line}`;
  const lines = [`${file}, cell ${cellIndex + 1} ("${cellId}")${place}`];
  if (excerpt) lines.push("", excerpt, "");
  lines.push(`${name}: ${message}`, "Nothing was written.");
  return lines.join("\n");
}
