import ts from "typescript";

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
};

/** A relative import of a source, in declarations: TypeScript leaves these as they stand. */
const sourceImport = /(\bfrom |\bimport\()(["'])(\.{1,2}\/[^"']+)\.ts\2/g;

/**
 * One source as JavaScript and as declarations. Our sources say the types of what they export, so that none needs
 * another to be read.
 *
 * @throws {Error} if it has an error of syntax, or exports something without its type
 */
export function toJavaScript(text: string, file: string): { readonly code: string; readonly types: string } {
  const given = { fileName: file, reportDiagnostics: true };
  const code = ts.transpileModule(text, { ...given, compilerOptions: options });
  const declared = { ...options, declaration: true, isolatedDeclarations: true };
  const types = ts.transpileDeclaration(text, { ...given, compilerOptions: declared });
  for (const { messageText } of [...(code.diagnostics ?? []), ...(types.diagnostics ?? [])])
    throw new Error(`Cannot build ${file}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`);
  return {
    code: code.outputText.replace(/^\/\/\/ <reference.*\n/gm, ""),
    types: types.outputText.replace(sourceImport, "$1$2$3.js$2"),
  };
}
