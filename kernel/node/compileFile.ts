import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import type TypeScript from "typescript";
import { shortLocation } from "../session/shortLocation.ts";
import { type ModuleForm, moduleForm } from "./moduleForm.ts";
import { projectOptions } from "./projectOptions.ts";
import { rememberMap } from "./sourcePlaces.ts";

export interface CompiledFile {
  readonly format: "module" | "commonjs";
  readonly source: string;
}

/** Options of a project that say what its code does, and not what becomes of it. */
const meaningful = [
  "jsx",
  "jsxFactory",
  "jsxFragmentFactory",
  "jsxImportSource",
  "experimentalDecorators",
  "emitDecoratorMetadata",
  "useDefineForClassFields",
] as const;

/**
 * Compiles a TypeScript or JSX file of the author's as the project's TypeScript would, for this Node: whatever
 * the language has runs, and imports that are only types go. Where package.json does not say "module", a file becomes
 * CommonJS, as tsc and tsx have it: so it may `require`, and import by name what only `module.exports` has.
 *
 * @param url under which it is loaded; errors are told in the lines of the file
 * @throws {SyntaxError} with the line
 */
export function compileFile(url: string, path: string): CompiledFile {
  const ts = createRequire(import.meta.url)("typescript") as typeof TypeScript;
  const text = readFileSync(path, "utf8");
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const form = moduleForm(file, ts);
  const inModulePackage = extname(path) === ".mts" || (extname(path) !== ".cts" && isModulePackage(path));
  const format = inModulePackage || form.mustBeModule ? "module" : "commonjs";
  const { outputText, sourceMapText, diagnostics } = ts.transpileModule(text, {
    fileName: path,
    reportDiagnostics: true,
    compilerOptions: {
      ...optionsOf(path, text, ts),
      module: format === "module" ? ts.ModuleKind.Preserve : ts.ModuleKind.CommonJS,
      esModuleInterop: true,
      sourceMap: true,
    },
    ...(format === "commonjs" && { transformers: { before: [keepDynamicImports(ts)] } }),
  });
  for (const { start, messageText, category } of diagnostics ?? []) {
    if (category !== ts.DiagnosticCategory.Error || start === undefined) continue;
    const { line } = file.getLineAndCharacterOfPosition(start);
    const message = ts.flattenDiagnosticMessageText(messageText, "\n");
    throw new SyntaxError(`${message} (${shortLocation(path)}, line ${line + 1})`);
  }
  const code = outputText.replace(/\/\/# sourceMappingURL=.*\s*$/, "");
  const before = format === "module" ? prologue(text, form, inModulePackage) : ofDynamicImports(code);
  const map = JSON.parse(sourceMapText ?? "{}") as { mappings: string };
  const moved = before === "" ? map : { ...map, mappings: `;${map.mappings}` };
  for (const location of [url, path]) rememberMap(location, moved); // CommonJS goes by its path
  return { format, source: before === "" ? code : `${before}\n${code}` };
}

const importCall = "$import";

/** `import()` finds what `require` does not (modules that await at their top), so it stays what it is. */
function keepDynamicImports(ts: typeof TypeScript): TypeScript.TransformerFactory<TypeScript.SourceFile> {
  return (context) => (file) => {
    const visit = (node: TypeScript.Node): TypeScript.Node => {
      const visited = ts.visitEachChild(node, visit, context);
      if (!ts.isCallExpression(visited) || visited.expression.kind !== ts.SyntaxKind.ImportKeyword)
        return visited;
      const call = context.factory.createIdentifier(importCall);
      return context.factory.updateCallExpression(visited, call, undefined, visited.arguments);
    };
    return ts.visitEachChild(file, visit, context);
  };
}

const ofDynamicImports = (code: string): string =>
  code.includes(`${importCall}(`) ? `const ${importCall} = (name, options) => import(name, options);` : "";

function optionsOf(path: string, text: string, ts: typeof TypeScript): TypeScript.CompilerOptions {
  const written = projectOptions(path).compilerOptions;
  const chosen = Object.fromEntries(
    meaningful.filter((name) => name in written).map((name) => [name, written[name]]),
  );
  const target = /^es(?:3|5|6|20(?:1\d|2[01]))$/i.test(String(written.target ?? ""));
  const { options } = ts.convertCompilerOptionsFromJson(chosen, dirname(path));
  const { jsx } = options;
  // Without the option, a file that speaks of React has it in scope; one that does not cannot mean it.
  const namesReact = /\bReact\b|@jsx\s/.test(text);
  const compiles = jsx !== undefined && jsx !== ts.JsxEmit.Preserve && jsx !== ts.JsxEmit.ReactNative;
  const left = jsx === undefined && namesReact ? ts.JsxEmit.React : ts.JsxEmit.ReactJSX;
  return {
    ...options,
    target: ts.ScriptTarget.ES2022, // what Node does not know yet (decorators) is lowered
    useDefineForClassFields: options.useDefineForClassFields ?? !target,
    jsx: compiles ? jsx : left,
  };
}

/** Names of CommonJS that an ES module may use in a project of CommonJS. */
const ofCommonJs: readonly (readonly [name: string, value: string])[] = [
  ["__filename", "import.meta.filename"],
  ["__dirname", "import.meta.dirname"],
  ["require", "$createRequire(import.meta.url)"],
  ["module", "{ exports: {}, filename: import.meta.filename }"],
];

function prologue(text: string, { hasImportEquals }: ModuleForm, inModulePackage: boolean): string {
  const isDeclared = (name: string): boolean =>
    new RegExp(`\\b(?:const|let|var|function|class|import)\\b[^;=(]*\\b${name}\\b`).test(text);
  const given = ofCommonJs.filter(([name]) => {
    if (inModulePackage && !(hasImportEquals && name === "require")) return false;
    return new RegExp(`(?<![.\\w$])${name}\\b(?!\\s*:)`).test(text) && !isDeclared(name);
  });
  if (given.length === 0) return "";
  const values = given.map(([name, value]) => `${name} = ${value}`).join(", ");
  return `import { createRequire as $createRequire } from "node:module"; const ${values};`;
}

const packageTypes = new Map<string, boolean>();

/** Whether the package.json above a file says that its files are ES modules. */
function isModulePackage(path: string): boolean {
  const folder = dirname(path);
  const known = packageTypes.get(folder);
  if (known !== undefined) return known;
  const above = folder === dirname(folder) ? false : isModulePackage(folder);
  const own = typeOf(join(folder, "package.json"));
  const isModule = own === undefined ? above : own === "module";
  packageTypes.set(folder, isModule);
  return isModule;
}

/** The `type` of a package.json, "commonjs" by default; undefined if there is none. */
function typeOf(file: string): string | undefined {
  try {
    const { type } = JSON.parse(readFileSync(file, "utf8")) as { type?: unknown };
    return typeof type === "string" ? type : "commonjs";
  } catch {
    return undefined;
  }
}
