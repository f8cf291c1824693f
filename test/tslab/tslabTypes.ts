import { createRequire } from "node:module";
import { join } from "node:path";
import type * as TypeScript from "typescript";
import type { CodeCell } from "../../kernel/notebook/notebook.ts";

/** A notebook whose cells tslab's TypeScript judges. */
export interface CellsToJudge {
  readonly name: string;
  readonly cells: readonly CodeCell[];
}

/** The cells as one module: each in a block inside the one before, since a later cell may declare a name anew. */
function moduleOf(cells: readonly CodeCell[]): string {
  const opens = cells.map(({ source }) => (/^import\b/m.test(source) ? source : `{\n${source}`));
  const blocks = opens.filter((text) => text.startsWith("{\n")).length;
  return `export {};\n${opens.join("\n;\n")}\n${"}".repeat(blocks)}`;
}

/**
 * What the TypeScript inside stock tslab finds in notebooks, without running them: its own version 5.0, old module
 * resolution, and the types of the library as it resolves them. One program for all of them, so it takes seconds.
 *
 * @param program path of tslab's command
 * @param folder where the notebooks' imports resolve from
 * @returns a line for each finding
 */
export function tslabTypes(program: string, folder: string, notebooks: readonly CellsToJudge[]): string[] {
  const ts: typeof TypeScript = createRequire(program)("@tslab/typescript-for-tslab");
  const texts = new Map(notebooks.map(({ name, cells }) => [join(folder, `${name}.ts`), moduleOf(cells)]));
  // As in tslab's dist/converter.js; `disableTopLevelAwait` is its own.
  const options = {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Node10,
    esModuleInterop: true,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    resolveJsonModule: true,
    experimentalDecorators: true,
    jsx: ts.JsxEmit.React,
    allowJs: true,
    checkJs: true,
    skipLibCheck: true,
    noEmit: true,
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.getSourceFile = (path, language, ...rest) => {
    const text = texts.get(path);
    return text === undefined
      ? getSourceFile(path, language, ...rest)
      : ts.createSourceFile(path, text, language);
  };
  const judged = ts.createProgram([...texts.keys()], options, host);
  return [...texts.keys()].flatMap((path) =>
    ts
      .getPreEmitDiagnostics(judged, judged.getSourceFile(path))
      .map(({ code, messageText, file, start = 0 }) => {
        const line = file?.text.slice(start).split("\n", 1)[0];
        return `${path}: TS${code}: ${ts.flattenDiagnosticMessageText(messageText, "\n")} at "${line}"`;
      }),
  );
}
