import { basename } from "node:path";
import type { CellDiagnostic } from "../../kernel/check/cellDiagnostics.ts";
import type { Output } from "../../kernel/notebook/notebook.ts";
import type { Expected } from "./readProjects.ts";

const diagnosticsMime = "application/vnd.genloss.diagnostics+json";

/** What a cell's outputs are in the words of the projects. @param root where the project lies, which is "project" there */
export function observeWild(outputs: readonly Output[], root: string): Expected {
  const seen = { prints: "", shows: "", displays: "", fails: "", finds: "" };
  for (const output of outputs) {
    if (output.output_type === "stream") seen.prints += output.text;
    else if (output.output_type === "error") seen.fails += `${output.ename}: ${output.evalue}\n`;
    else if (output.output_type === "execute_result") seen.shows += `${output.data["text/plain"]}\n`;
    else if (diagnosticsMime in output.data) seen.finds += findingsIn(output.data[diagnosticsMime]);
    else {
      const [type, content] = Object.entries(output.data).find(([type]) => type !== "text/plain") ??
        Object.entries(output.data)[0] ?? ["", ""];
      seen.displays += `${type}: ${typeof content === "string" ? content : JSON.stringify(content)}\n`;
    }
  }
  const texts = Object.entries(seen).map(([part, text]) => [
    part,
    text.replace(/\n+$/, "").replaceAll(basename(root), "project"),
  ]);
  return Object.fromEntries(texts.filter(([, text]) => text !== ""));
}

const findingsIn = (found: unknown): string =>
  (found as readonly CellDiagnostic[])
    .map(({ file, line, code }) => `${file === undefined ? "" : `${file} `}TS${code} line ${line}\n`)
    .join("");
