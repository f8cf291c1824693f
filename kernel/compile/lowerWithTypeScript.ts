import type * as TypeScript from "typescript";
import { CellSyntaxError } from "./cellSyntaxError.ts";
import type { StripMap, Stripped } from "./stripTypes.ts";

const file = "cell.ts";

/**
 * A cell as TypeScript itself writes it for engines of that age. A page has no TypeScript, and its bundle not this file.
 *
 * @throws {CellSyntaxError} with TypeScript's message
 */
export function lowerWithTypeScript(
  source: string,
  ts: typeof TypeScript,
  target: TypeScript.ScriptTarget,
): Omit<Stripped, "program"> {
  const { outputText, sourceMapText, diagnostics } = ts.transpileModule(source, {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions: {
      target,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      sourceMap: true,
    },
  });
  for (const { start, messageText, category } of diagnostics ?? []) {
    if (category !== ts.DiagnosticCategory.Error) continue;
    const before = source.slice(0, start ?? 0).split("\n");
    const message = ts.flattenDiagnosticMessageText(messageText, "\n");
    throw new CellSyntaxError(message, before.length, (before.at(-1) ?? "").length + 1);
  }
  refuseTwice(source, ts);
  const code = outputText
    .replace(/\/\/# sourceMappingURL=.*\s*$/, "")
    // TypeScript's own: a cell of types would show it. Blanks keep the columns.
    .replace(/^"use strict";/, (added) => (source.includes("use strict") ? added : " ".repeat(added.length)));
  return { code, map: () => JSON.parse(sourceMapText ?? "{}") as StripMap };
}

/** TypeScript 6.0.3 reads what follows `(await { … })` twice where the cell imports: that must not run. */
function refuseTwice(source: string, ts: typeof TypeScript): void {
  const { statements } = ts.createSourceFile(file, source, ts.ScriptTarget.ESNext);
  const again = statements.find((statement, i) => i > 0 && statement.pos < (statements[i - 1]?.end ?? 0));
  if (!again) return;
  const message = "The TypeScript compiler reads this twice: await the object before in a line of its own";
  const before = source.slice(0, again.pos).trimEnd().split("\n");
  throw new CellSyntaxError(message, before.length + 1, 1);
}
