import type { MimeBundle } from "../notebook/notebook.ts";
import { sourceExcerpt } from "../session/sourceExcerpt.ts";
import type { CellDiagnostic } from "./cellDiagnostics.ts";

/** Machine-readable form, for graders and editors: a list of {@link CellDiagnostic}. */
const diagnosticsMime = "application/vnd.genloss.diagnostics+json";

/** What the type checker says of a cell, in every form it can be shown in. */
export function showDiagnostics(source: string, diagnostics: readonly CellDiagnostic[]): MimeBundle {
  const shown = diagnostics.map((diagnostic) => {
    const { category, code, message, line, file } = diagnostic;
    if (file !== undefined)
      return {
        title: `${file}, line ${line}: ${message} (TS${code})`,
        excerpt: "Defaults hold in its place.",
      };
    const title = `Type ${category} in line ${line}: ${message} (TS${code})`;
    return { title, excerpt: sourceExcerpt(source, diagnostic) };
  });
  const html = shown.map(
    ({ title, excerpt }) =>
      `<div><strong>${escapeHtml(title)}</strong><pre>${escapeHtml(excerpt)}</pre></div>`,
  );
  return {
    "text/plain": shown.map(({ title, excerpt }) => `${title}\n${excerpt}`).join("\n\n"),
    "text/html": `<div style="border-left: 3px solid #d55e00; padding-left: 0.8em">${html.join("")}</div>`,
    [diagnosticsMime]: diagnostics,
  };
}

const escapeHtml = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
