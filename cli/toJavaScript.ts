import type TypeScript from "typescript";
import { ts } from "../kernel/check/typescript.ts";

const options: TypeScript.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
};

/** A relative import of a source, in declarations: TypeScript leaves these as they stand. */
const sourceImport = /(\bfrom |\bimport\()(["'])(\.{1,2}\/[^"']+)\.ts\2/g;

/**
 * One source as JavaScript.
 *
 * @throws {Error} if it has an error of syntax
 */
export function javaScriptOf(text: string, file: string): string {
  const built = ts.transpileModule(text, {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions: options,
  });
  refuse(built, file);
  return built.outputText.replace(/^\/\/\/ <reference.*\n/gm, "");
}

/**
 * One source as JavaScript and as declarations. Our sources say the types of what they export, so that none needs
 * another to be read.
 *
 * @throws {Error} if it has an error of syntax, or exports something without its type
 */
export function toJavaScript(text: string, file: string): { readonly code: string; readonly types: string } {
  const code = javaScriptOf(text, file);
  const compilerOptions = { ...options, declaration: true, isolatedDeclarations: true };
  const types = ts.transpileDeclaration(text, { fileName: file, reportDiagnostics: true, compilerOptions });
  refuse(types, file);
  return { code, types: types.outputText.replace(sourceImport, "$1$2$3.js$2") };
}

function refuse({ diagnostics = [] }: TypeScript.TranspileOutput, file: string): void {
  for (const { messageText } of diagnostics)
    throw new Error(`Cannot build ${file}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`);
}
