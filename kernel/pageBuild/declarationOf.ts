import { ts } from "../check/typescript.ts";

/** A source file as what it declares, where that can be told from the file alone; else as it is. */
export function declarationOf(file: string, text: string): { readonly file: string; readonly text: string } {
  if (/\.(?:d\.[mc]?ts|json|[mc]?jsx?)$/.test(file)) return { file, text };
  const { outputText, diagnostics = [] } = ts.transpileDeclaration(text, {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions: { declaration: true, isolatedDeclarations: true, target: ts.ScriptTarget.ESNext },
  });
  return diagnostics.length > 0
    ? { file, text }
    : { file: file.replace(/\.([mc]?)tsx?$/, ".d.$1ts"), text: outputText };
}
