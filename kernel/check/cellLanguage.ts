import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import ts from "typescript";
import { cellGlobals } from "./cellGlobals.ts";
import { type Binding, cellNames } from "./cellNames.ts";
import { moduleResolver } from "./moduleResolver.ts";

/** A place in a cell that the type checker has a word on. Lines and columns count from 1. */
export interface CellDiagnostic {
  readonly category: "error" | "warning";
  readonly code: number;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  /** Length of the marked text in UTF-16 units. */
  readonly length: number;
}

interface Cell {
  readonly prelude: string;
  readonly text: string;
}

const ownTypes = join(createRequire(import.meta.url).resolve("@types/node/package.json"), "../..");

/** Diagnostics that make sense in a file and not in a cell. */
const meaningless: ReadonlySet<number> = new Set([
  1375,
  1378,
  1432, // top-level await outside a module
  6133,
  6192,
  6196,
  6198,
  6199,
  6205, // declared and not used: a later cell may
  7028, // unused label
  2528,
  2323, // exported twice
  1184,
  1233, // modifiers, exports
]);

/**
 * What TypeScript knows of a notebook: types, completions, documentation, over all cells so far.
 *
 * Each cell is a module of its own that imports the names it sees from the cells that declared them last. So a
 * name may be declared again with another type, and an earlier cell keeps the one it was written with.
 */
export class CellLanguage {
  readonly #directory: string;
  readonly #options: ts.CompilerOptions;
  readonly #service: ts.LanguageService;
  readonly #cells = new Map<string, Cell>();
  readonly #versions = new Map<string, number>();
  /**
   * The two files that TypeScript starts from: the cell in question, and one that holds on to the packages that cells
   * have imported. Their names stay, and what they import changes seldom: otherwise TypeScript would go through all
   * libraries again.
   */
  readonly #roots: { readonly draft: string; readonly ran: string };
  readonly #kept: string[] = [];
  #changes = 0;
  /** Where each visible name was declared last. */
  readonly #names = new Map<string, { readonly file: string; readonly binding: Binding }>();
  #count = 0;

  /** @param directory the notebook's folder: its tsconfig.json and packages count */
  constructor(directory: string) {
    this.#directory = directory;
    this.#roots = { draft: join(directory, "cell-draft.ts"), ran: join(directory, "cell-list.ts") };
    this.#put(this.#roots.ran, "", "export {};");
    this.#options = compilerOptions(directory);
    const registry = ts.createDocumentRegistry(true, directory);
    const read = (file: string): string | undefined => {
      const cell = this.#cells.get(file);
      return cell ? cell.prelude + cell.text : ts.sys.readFile(file);
    };
    const version = (file: string): string => String(this.#versions.get(file) ?? fileVersion(file));
    const snapshots = new Map<string, { version: string; snapshot: ts.IScriptSnapshot }>();
    this.#service = ts.createLanguageService(
      {
        getCompilationSettings: () => this.#options,
        getScriptFileNames: () => Object.values(this.#roots),
        getProjectVersion: () => String(this.#changes),
        getScriptVersion: version,
        // Asked for every file of every program: hundreds of files, for each cell.
        getScriptSnapshot: (file) => {
          const known = snapshots.get(file);
          if (known?.version === version(file)) return known.snapshot;
          const text = read(file);
          if (text === undefined) return undefined;
          const snapshot = ts.ScriptSnapshot.fromString(text);
          snapshots.set(file, { version: version(file), snapshot });
          return snapshot;
        },
        ...moduleResolver(directory, this.#options, read),
        getCurrentDirectory: () => directory,
        getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
        fileExists: (file) => this.#cells.has(file) || ts.sys.fileExists(file),
        readFile: read,
        readDirectory: ts.sys.readDirectory,
        directoryExists: ts.sys.directoryExists,
        getDirectories: ts.sys.getDirectories,
        ...(ts.sys.realpath && { realpath: ts.sys.realpath }),
      },
      registry,
    );
    this.warm();
  }

  /** Loads the libraries' types, so that the first question is answered fast. */
  warm(): void {
    this.#ask("const warm: number = 1; console.log(warm)", (file) =>
      this.#service.getSemanticDiagnostics(file),
    );
  }

  /** Notes a cell that ran: later cells see its names. */
  add(source: string): void {
    const { prelude, names } = this.#seenBy(source);
    if (names.size === 0) return;
    this.#count += 1;
    const file = join(this.#directory, `cell-${this.#count}.ts`);
    // The exports stand at the end, so that no line or column of the cell moves.
    this.#put(file, prelude, `${source}\nexport { ${[...names.keys()].join(", ")} };`);
    for (const [name, binding] of names) this.#names.set(name, { file, binding });
    if (!/\b(?:import|declare)\b/.test(source)) return;
    this.#kept.push(`import "./cell-${this.#count}.ts";`);
    this.#put(this.#roots.ran, "", this.#kept.join("\n"));
  }

  /** What is wrong with a cell, before it runs. */
  diagnostics(source: string): CellDiagnostic[] {
    return this.#ask(source, (file, offset) =>
      [...this.#service.getSyntacticDiagnostics(file), ...this.#service.getSemanticDiagnostics(file)]
        .filter(({ start, code, category }) => {
          const counts =
            category === ts.DiagnosticCategory.Error || category === ts.DiagnosticCategory.Warning;
          return counts && start !== undefined && start >= offset && !meaningless.has(code);
        })
        .map(({ start = 0, length = 0, messageText, code, category }) => {
          const before = source.slice(0, start - offset).split("\n");
          return {
            category: category === ts.DiagnosticCategory.Error ? ("error" as const) : ("warning" as const),
            code,
            message: ts.flattenDiagnosticMessageText(messageText, "\n"),
            line: before.length,
            column: (before.at(-1) ?? "").length + 1,
            length,
          };
        }),
    );
  }

  /** Names that fit at a place, best first. `offset` counts UTF-16 units. */
  completions(
    source: string,
    offset: number,
  ): { start: number; end: number; entries: { name: string; kind: string }[] } {
    return this.#ask(source, (file, shift) => {
      const found = this.#service.getCompletionsAtPosition(file, offset + shift, {
        includeCompletionsForModuleExports: false,
        includeCompletionsWithInsertText: false,
      });
      const word = /[\p{ID_Continue}$\u200c\u200d]*$/u.exec(source.slice(0, offset))?.[0] ?? "";
      const span =
        found?.optionalReplacementSpan ??
        found?.entries.find((entry) => entry.replacementSpan)?.replacementSpan;
      const start = span ? span.start - shift : offset - word.length;
      const typed = source.slice(start, offset).toLowerCase();
      const entries = (found?.entries ?? [])
        .filter(({ name, kind }) => kind !== "warning" && name.toLowerCase().startsWith(typed))
        .sort((a, b) =>
          a.sortText < b.sortText ? -1 : a.sortText > b.sortText ? 1 : a.name < b.name ? -1 : 1,
        )
        .map(({ name, kind }) => ({ name, kind }));
      return { start, end: Math.max(offset, span ? span.start + span.length - shift : offset), entries };
    });
  }

  /** Type and documentation of what stands at a place; inside the parentheses of a call, its signature. */
  inspect(source: string, offset: number): { signature: string; documentation: string } | undefined {
    return this.#ask(source, (file, shift) => {
      const at = offset + shift;
      const info =
        this.#service.getQuickInfoAtPosition(file, at) ?? this.#service.getQuickInfoAtPosition(file, at - 1);
      if (info) {
        const declared = this.#declared(file, at, shift);
        const parts = declared ?? info;
        const tags = (parts.tags ?? []).map(({ name, text }) =>
          `@${name} ${ts.displayPartsToString(text)}`.trim(),
        );
        const documentation = [ts.displayPartsToString(parts.documentation), ...tags].filter(
          (part) => part !== "",
        );
        return {
          // An import says no more than that it is one; a variable may have a narrower type here.
          signature: ts.displayPartsToString((info.kind === "alias" ? parts : info).displayParts),
          documentation: documentation.join("\n\n"),
        };
      }
      const help = this.#service.getSignatureHelpItems(file, at, undefined);
      const item = help?.items[help.selectedItemIndex];
      if (!item) return undefined;
      const parameters = item.parameters
        .map(({ displayParts }) => ts.displayPartsToString(displayParts))
        .join(", ");
      const [prefix, suffix] = [item.prefixDisplayParts, item.suffixDisplayParts].map((parts) =>
        ts.displayPartsToString(parts),
      );
      return {
        signature: `${prefix}${parameters}${suffix}`,
        documentation: ts.displayPartsToString(item.documentation),
      };
    });
  }

  /** What is known of a name where an earlier cell declared it: what brings it here has its type and no more. */
  #declared(file: string, at: number, shift: number): ts.QuickInfo | undefined {
    let [definition] = this.#service.getDefinitionAtPosition(file, at) ?? [];
    if (definition?.fileName === file && definition.textSpan.start < shift) {
      const from = this.#names.get(definition.name)?.file ?? "";
      const { prelude = "", text = "" } = this.#cells.get(from) ?? {};
      const name = definition.name.replaceAll("$", "\\$&");
      const inExports = text
        .slice(text.lastIndexOf("export {"))
        .search(new RegExp(`(?<=[ ,])${name}(?=[ ,])`, "u"));
      const exported = prelude.length + text.lastIndexOf("export {") + inExports;
      [definition] = inExports < 0 ? [] : (this.#service.getDefinitionAtPosition(from, exported) ?? []);
    }
    if (!definition || definition.fileName === file || !this.#cells.has(definition.fileName))
      return undefined;
    return this.#service.getQuickInfoAtPosition(definition.fileName, definition.textSpan.start);
  }

  /** Puts a cell that has not run in the draft's file, asks, and leaves no names behind. */
  #ask<T>(source: string, question: (file: string, offset: number) => T): T {
    const { prelude } = this.#seenBy(source);
    this.#put(this.#roots.draft, prelude, source);
    return question(this.#roots.draft, prelude.length);
  }

  /** The names that a cell declares, and the line before it that brings the earlier cells' names it mentions. */
  #seenBy(source: string): { prelude: string; names: ReadonlyMap<string, Binding> } {
    const names = cellNames(ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ESNext), ts);
    const mentioned = identifiersOf(source);
    const lines: string[] = [];
    const imports = new Map<string, string[]>();
    for (const [name, { file: from, binding }] of this.#names) {
      if (names.has(name) || !mentioned.has(name)) continue;
      const module = `./${from.slice(dirname(from).length + 1)}`;
      if (binding === "import") imports.set(module, [...(imports.get(module) ?? []), name]);
      else lines.push(`declare ${binding} ${name}: (typeof import("${module}"))["${name}"];`);
    }
    for (const [module, some] of imports) lines.push(`import { ${some.join(", ")} } from "${module}";`);
    for (const [name, declaration] of cellGlobals) {
      if (mentioned.has(name) && !names.has(name) && !this.#names.has(name)) lines.push(declaration);
    }
    lines.push("export {};"); // every cell is a module
    return { prelude: `${lines.join(" ")}\n`, names };
  }

  #put(file: string, prelude: string, text: string): void {
    const old = this.#cells.get(file);
    if (old?.prelude === prelude && old.text === text) return;
    this.#changes += 1;
    this.#cells.set(file, { prelude, text });
    this.#versions.set(file, (this.#versions.get(file) ?? 0) + 1);
  }
}

/** Changes when the file does. Installed packages are taken as they were: there are hundreds of files in them. */
function fileVersion(file: string): number {
  return file.includes("/node_modules/") ? 1 : (ts.sys.getModifiedTime?.(file)?.getTime() ?? 0);
}

/** Words of a text: which names a cell may mean. Only those are imported, so that a cell stays cheap to check. */
function identifiersOf(source: string): Set<string> {
  return new Set(source.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu));
}

function compilerOptions(directory: string): ts.CompilerOptions {
  const path = ts.findConfigFile(directory, ts.sys.fileExists);
  const project = path
    ? ts.parseJsonConfigFileContent(ts.readConfigFile(path, ts.sys.readFile).config, ts.sys, dirname(path))
        .options
    : // Node's types are the notebook's own, if it has some, else ours: a notebook may lie anywhere.
      {
        strict: true,
        types: ["node"],
        typeRoots: [
          ...(ts.getEffectiveTypeRoots({}, { getCurrentDirectory: () => directory }) ?? []),
          ownTypes,
        ],
      };
  return {
    ...project,
    // What a cell is, whatever the project's files are.
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    moduleDetection: ts.ModuleDetectionKind.Force,
    noEmit: true,
    allowImportingTsExtensions: true,
    resolveJsonModule: true,
    skipLibCheck: true,
    noUnusedLocals: false,
    noUnusedParameters: false,
    declaration: false,
    isolatedDeclarations: false,
    isolatedModules: false,
    verbatimModuleSyntax: false,
    erasableSyntaxOnly: false,
    exactOptionalPropertyTypes: false,
    noUncheckedIndexedAccess: project.noUncheckedIndexedAccess ?? false,
  };
}
