import { createRequire } from "node:module";
import { inspect } from "node:util";
import { Script } from "node:vm";
import { parse } from "acorn";
import { transform } from "esbuild";
import type * as TypeScript from "typescript";
import { CellSyntaxError } from "../../../../kernel/compile/cellSyntaxError.ts";
import { compileCell } from "../../../../kernel/compile/compileCell.ts";
import { errorWords } from "../../../../kernel/display/errorWords.ts";
import { withoutCompiledNames } from "../../../../kernel/display/withoutCompiledNames.ts";
import { NotebookState } from "../../../../kernel/session/notebookState.ts";

export const typescript = createRequire(import.meta.url)("typescript") as typeof TypeScript;

/** What running a program comes to. */
export interface Outcome {
  /** What `log()` was given, in order. */
  readonly logged: readonly string[];
  /** Values of the names it declares at its top level. */
  readonly names?: Readonly<Record<string, string>>;
  /** Its last expression. */
  readonly value?: string;
  /** Name and message of what it threw, or "refused" where it is no program. */
  readonly error?: string;
}

// Each compiler lays functions out in its own way, and a program may print one.
Function.prototype.toString = () => "[a function's text]";

/** A value as text; where an error was made, and how V8 quotes compiled code, is not the program's matter. */
const shown = (value: unknown): string =>
  plain(withoutCompiledNames(inspect(value, { depth: 4 }).replace(/,?\n\s+(?:at |Symbol\().*/g, "")));
const words = (error: unknown): string => {
  const { name, message } = errorWords(error);
  return plain(`${name}: ${message}`);
};
const plain = (text: string): string =>
  text
    .replace(/(?:\(intermediate value\))+/g, "(intermediate value)")
    .replace(
      /Cannot destructure property '(.*?)' of '[\s\S]*' as it is (\w+)\./,
      "Cannot read properties of $2 (reading '$1')",
    );

/** JavaScript as TypeScript itself writes it. */
export function byTypeScript(
  source: string,
  detection: TypeScript.ModuleDetectionKind = typescript.ModuleDetectionKind.Force,
): string {
  const { outputText, diagnostics = [] } = typescript.transpileModule(source, {
    reportDiagnostics: true,
    compilerOptions: {
      target: typescript.ScriptTarget.ESNext,
      module: typescript.ModuleKind.ESNext,
      moduleDetection: detection, // forced, a module, as a cell is: in a script `await` may be a name
      verbatimModuleSyntax: true,
    },
  });
  // Some statements after `(await { … })` it reads, and writes, twice: there it is no judge.
  const { statements } = typescript.createSourceFile("p.ts", source, {
    languageVersion: typescript.ScriptTarget.ESNext,
    ...(detection === typescript.ModuleDetectionKind.Force && {
      setExternalModuleIndicator: (file) => {
        Object.assign(file, { externalModuleIndicator: true });
      },
    }),
  });
  if (statements.some(({ pos }, i) => pos < (statements[i - 1]?.end ?? 0)))
    throw new SyntaxError("read twice");
  const [first] = diagnostics;
  if (first) throw new SyntaxError(typescript.flattenDiagnosticMessageText(first.messageText, " "));
  return outputText;
}

/** JavaScript as esbuild writes it; by its last word it knows that this is a module, and strict. */
export async function byEsbuild(source: string): Promise<string> {
  const { code } = await transform(`${source}\nexport {}`, {
    loader: "ts",
    target: "esnext",
    logLevel: "silent",
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true, useDefineForClassFields: true } },
  });
  return code;
}

/** Runs a module's text, as another compiler wrote it. */
export async function runModule(code: string, source: string): Promise<Outcome> {
  const logged: string[] = [];
  let program: { names: string[]; body: string };
  try {
    program = withReport(code, endsInExpression(source));
  } catch {
    return { logged, error: "refused" };
  }
  const report: { value?: unknown; names?: Record<string, unknown> } = {};
  try {
    const run = new Script(`(async (log, $report) => { "use strict"; ${program.body}\n})`).runInThisContext();
    await run(logger(logged), report);
  } catch (error) {
    if (error instanceof SyntaxError && !(error instanceof CellSyntaxError))
      return { logged, error: "refused" };
    return { logged, error: words(error) };
  }
  return outcomeOf(logged, report.names ?? {}, report);
}

/** Compiles and runs a program as a cell. */
export async function runCell(source: string, withTypeScript: boolean, stoppable = false): Promise<Outcome> {
  const logged: string[] = [];
  const state = new NotebookState({ log: logger(logged) }, () => Promise.reject(new Error("no module")));
  try {
    const compiled = compileCell(source, {
      known: state.names(),
      stoppable,
      loadTypeScript: () => (withTypeScript ? typescript : undefined),
    });
    const cell = new Script(compiled.code).runInThisContext();
    const stop = { flag: new Int32Array(1), stop() {}, resumed: <T>(x: T) => x, turn: <T>(x: T) => x };
    const result = await cell(state.values, { ...state.services, made() {}, ...(stoppable && stop) });
    const names = Object.fromEntries([...compiled.declared.keys()].map((name) => [name, state.values[name]]));
    return outcomeOf(logged, names, result);
  } catch (error) {
    return { logged, error: error instanceof CellSyntaxError ? "refused" : words(error) };
  }
}

const logger = (logged: string[]) => (value: unknown) => {
  logged.push(shown(value));
  return value;
};

function outcomeOf(
  logged: readonly string[],
  values: Readonly<Record<string, unknown>>,
  result: { value?: unknown } | undefined,
): Outcome {
  const names = Object.fromEntries(
    Object.keys(values)
      .sort()
      .map((name) => [name, shown(values[name])]),
  );
  // A cell that ends in undefined shows nothing, like one that ends in no expression: an enum, say.
  return { logged, names, ...(result?.value !== undefined && { value: shown(result.value) }) };
}

/** The module as a function's body that reports its top-level names and its last expression. */
function withReport(code: string, showsLast: boolean): { names: string[]; body: string } {
  const tree = parse(code, { ecmaVersion: "latest", sourceType: "module" });
  const names = new Set<string>();
  const pieces: string[] = [];
  const real = tree.body.filter(
    (node) =>
      node.type !== "EmptyStatement" && !(node.type === "ExportNamedDeclaration" && !node.declaration),
  );
  for (const node of real) {
    const statement = "declaration" in node && node.declaration ? node.declaration : node;
    if (statement.type === "FunctionDeclaration" || statement.type === "ClassDeclaration")
      names.add(statement.id?.name ?? "");
    if (statement.type === "VariableDeclaration")
      for (const { id } of statement.declarations) for (const name of boundNames(id)) names.add(name);
    const text = code.slice(statement.start, statement.end);
    const isLast = showsLast && node === real.at(-1) && statement.type === "ExpressionStatement";
    if (isLast) {
      const { expression } = statement as unknown as { expression: { start: number; end: number } };
      pieces.push(`$report.value = (0, ${code.slice(expression.start, expression.end)});`);
    } else pieces.push(text);
  }
  for (const name of nestedVars(tree)) names.add(name);
  const list = [...names].filter(Boolean);
  pieces.push(`$report.names = { ${list.join(", ")} };`);
  return { names: list, body: pieces.join("\n") };
}

/** Whether the last statement that is no type is an expression. */
function endsInExpression(source: string): boolean {
  const { statements } = typescript.createSourceFile("p.ts", source, typescript.ScriptTarget.ESNext);
  const last = statements.findLast((statement) => {
    const { modifiers, body, isTypeOnly } = statement as unknown as {
      modifiers?: readonly { kind: number }[];
      body?: unknown;
      isTypeOnly?: boolean;
    };
    const isDeclared = modifiers?.some(({ kind }) => kind === typescript.SyntaxKind.DeclareKeyword);
    const isType =
      typescript.isInterfaceDeclaration(statement) ||
      typescript.isTypeAliasDeclaration(statement) ||
      typescript.isEmptyStatement(statement) ||
      typescript.isImportDeclaration(statement) ||
      (typescript.isExportDeclaration(statement) && isTypeOnly === true) ||
      (typescript.isFunctionDeclaration(statement) && body === undefined);
    return !isType && !isDeclared;
  });
  return last !== undefined && typescript.isExpressionStatement(last);
}

type Any = Record<string, unknown> & { type?: string };

function boundNames(pattern: unknown): string[] {
  const node = pattern as Any;
  if (node?.type === "Identifier") return [String(node.name)];
  return Object.entries(node ?? {}).flatMap(([key, child]) => {
    if (key === "key" || key === "right" || typeof child !== "object" || child === null) return [];
    return Array.isArray(child) ? child.flatMap(boundNames) : boundNames(child);
  });
}

/** A `var` belongs to the program from any depth outside functions. */
function nestedVars(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  const { type, kind, declarations } = node as Any;
  if (typeof type === "string" && /Function|^Class/.test(type)) return [];
  const own =
    type === "VariableDeclaration" && kind === "var"
      ? (declarations as { id: unknown }[]).flatMap(({ id }) => boundNames(id))
      : [];
  return [
    ...own,
    ...Object.values(node).flatMap((child) =>
      Array.isArray(child) ? child.flatMap(nestedVars) : nestedVars(child),
    ),
  ];
}
