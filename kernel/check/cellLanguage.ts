import { dirname, join } from "node:path";
import type * as TypeScript from "typescript";
import { globalDeclarations } from "../session/globalDeclarations.ts";
import { type CellDiagnostic, cellDiagnostics, projectDiagnostic } from "./cellDiagnostics.ts";
import { CellFiles } from "./cellFiles.ts";
import { type Binding, cellNames } from "./cellNames.ts";
import { cellOptions, type ProjectFault } from "./cellOptions.ts";
import { grownNames } from "./grownNames.ts";
import { moduleResolver, nowhere } from "./moduleResolver.ts";
import { ts } from "./typescript.ts";

/**
 * What TypeScript knows of a notebook: types, completions, documentation, over all cells so far.
 *
 * Each cell is a module of its own that imports the names it sees from the cells that declared them last. So a
 * name may be declared again with another type, and an earlier cell keeps the one it was written with.
 */
export class CellLanguage {
  readonly #directory: string;
  readonly #service: TypeScript.LanguageService;
  /** What is wrong with the project, until it is said. */
  #faults: readonly ProjectFault[];
  readonly #files = new CellFiles();
  /**
   * The two files that TypeScript starts from: the cell in question, and one that holds on to the packages that cells
   * have imported. Their names stay, and what they import changes seldom: otherwise TypeScript would go through all
   * libraries again.
   */
  readonly #roots: { readonly draft: string; readonly ran: string };
  readonly #kept: string[] = [];
  /** Where each visible name was declared last. */
  readonly #names = new Map<
    string,
    { readonly file: string; readonly binding: Binding; readonly isGrown: boolean }
  >();
  /** Names that a failed cell would have had. */
  readonly #lost = new Map<string, Binding>();
  #count = 0;

  /** @param directory the notebook's folder: its tsconfig.json and packages count */
  constructor(directory: string) {
    this.#directory = directory;
    this.#roots = { draft: join(directory, "cell-draft.ts"), ran: join(directory, "cell-list.ts") };
    this.#files.put(this.#roots.ran, "", "export {};");
    const { options, faults } = cellOptions(directory);
    this.#faults = faults;
    const registry = ts.createDocumentRegistry(true, directory);
    this.#service = ts.createLanguageService(
      {
        getCompilationSettings: () => options,
        getScriptFileNames: () => Object.values(this.#roots),
        getProjectVersion: () => String(this.#files.changes),
        getScriptVersion: this.#files.version,
        getScriptSnapshot: this.#files.snapshot,
        ...moduleResolver(directory, options, this.#files.read),
        getCurrentDirectory: () => directory,
        getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
        fileExists: this.#files.exists,
        readFile: this.#files.read,
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
    const { prelude, names, grown } = this.#seenBy(source);
    if (names.size === 0) return;
    this.#count += 1;
    const file = join(this.#directory, `cell-${this.#count}.ts`);
    // The exports stand at the end, so that no line or column of the cell moves.
    const end = grown.length > 0 ? `const $grown = { ${grown.join(", ")} };\nexport { $grown };\n` : "";
    this.#files.put(file, prelude, `${source}\n${end}export { ${[...names.keys()].join(", ")} };`);
    for (const [name, binding] of names) {
      this.#names.set(name, { file, binding, isGrown: grown.includes(name) });
      this.#lost.delete(name);
    }
    if (!/\b(?:import|declare)\b/.test(source)) return;
    this.#kept.push(`import "./cell-${this.#count}.ts";`);
    this.#files.put(this.#roots.ran, "", this.#kept.join("\n"));
  }

  /**
   * Notes a cell that failed. Where it imports, its names are lost with the import: that was said, and later cells that
   * use them are not told again.
   */
  addFailed(source: string): void {
    if (!/\b(?:import|require)\b/.test(source)) return;
    const { names } = this.#seenBy(source);
    for (const [name, binding] of names) if (!this.#names.has(name)) this.#lost.set(name, binding);
  }

  /**
   * What is wrong with a cell, before it runs. Before the first, what is wrong with the project's options: it is said
   * once, and defaults hold.
   */
  diagnostics(source: string): CellDiagnostic[] {
    const ofProject = this.#faults.map(projectDiagnostic);
    this.#faults = [];
    const ofCell = this.#ask(source, (file, offset) =>
      cellDiagnostics(source, offset, [
        ...this.#service.getSyntacticDiagnostics(file),
        ...this.#service.getSemanticDiagnostics(file),
      ]),
    );
    return [...ofProject, ...ofCell];
  }

  /** Names that fit at a place, best first. `offset` counts UTF-16 units. */
  completions(
    source: string,
    offset: number,
  ): { start: number; end: number; entries: { name: string; kind: string }[] } {
    const word = /[\p{ID_Continue}$\u200c\u200d]*$/u.exec(source.slice(0, offset))?.[0] ?? "";
    const question = (file: string, shift: number): ReturnType<CellLanguage["completions"]> => {
      const found = this.#service.getCompletionsAtPosition(file, offset + shift, {
        includeCompletionsForModuleExports: false,
        includeCompletionsWithInsertText: false,
      });
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
    };
    const isMember = /\.\s*$/.test(source.slice(0, offset - word.length));
    return this.#ask(source, question, isMember ? undefined : word.toLowerCase());
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
  #declared(file: string, at: number, shift: number): TypeScript.QuickInfo | undefined {
    let [definition] = this.#service.getDefinitionAtPosition(file, at) ?? [];
    if (definition?.fileName === file && definition.textSpan.start < shift) {
      const from = this.#names.get(definition.name)?.file ?? "";
      const { prelude = "", text = "" } = this.#files.cell(from) ?? {};
      const name = definition.name.replaceAll("$", "\\$&");
      const inExports = text
        .slice(text.lastIndexOf("export {"))
        .search(new RegExp(`(?<=[ ,])${name}(?=[ ,])`, "u"));
      const exported = prelude.length + text.lastIndexOf("export {") + inExports;
      [definition] = inExports < 0 ? [] : (this.#service.getDefinitionAtPosition(from, exported) ?? []);
    }
    if (!definition || definition.fileName === file || !this.#files.cell(definition.fileName))
      return undefined;
    return this.#service.getQuickInfoAtPosition(definition.fileName, definition.textSpan.start);
  }

  /**
   * Puts a cell that has not run in the draft's file, asks, and leaves no names behind.
   *
   * @param begun how a name begins, in small letters, that may be one of an earlier cell's
   */
  #ask<T>(source: string, question: (file: string, offset: number) => T, begun?: string): T {
    const { prelude } = this.#seenBy(source, begun);
    this.#files.put(this.#roots.draft, prelude, source);
    return question(this.#roots.draft, prelude.length);
  }

  /** The names that a cell declares, and the line before it that brings the earlier cells' names it mentions. */
  #seenBy(
    source: string,
    begun?: string,
  ): { prelude: string; names: ReadonlyMap<string, Binding>; grown: readonly string[] } {
    const parsed = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ESNext);
    const names = cellNames(parsed, ts);
    const words = identifiersOf(source);
    const isSeen = (name: string): boolean =>
      !names.has(name) && (words.has(name) || (begun !== undefined && name.toLowerCase().startsWith(begun)));
    const lines: string[] = [];
    const imports = new Map<string, string[]>();
    for (const [name, { file: from, binding, isGrown }] of this.#names) {
      if (!isSeen(name)) continue;
      const module = `./${from.slice(dirname(from).length + 1)}`;
      if (binding === "import") imports.set(module, [...(imports.get(module) ?? []), name]);
      else {
        const type = `(typeof import("${module}"))${isGrown ? '["$grown"]' : ""}["${name}"]`;
        lines.push(`declare ${binding} ${name}: ${isGrown ? anyIfEmpty(type) : type};`);
      }
    }
    for (const [module, some] of imports) lines.push(`import { ${some.join(", ")} } from "${module}";`);
    for (const [name, binding] of this.#lost) {
      if (!isSeen(name)) continue;
      // What comes from nowhere may be used as anything, type or value.
      lines.push(
        binding === "import" ? `import { ${name} } from "${nowhere}";` : `declare let ${name}: any;`,
      );
    }
    for (const [name, { declaration }] of Object.entries(globalDeclarations)) {
      if (isSeen(name) && !this.#names.has(name) && !this.#lost.has(name)) lines.push(declaration);
    }
    lines.push("export {};"); // every cell is a module
    return { prelude: `${lines.join(" ")}\n`, names, grown: grownNames(parsed, ts) };
  }
}

/** What has stayed empty in its cell may be filled with anything in a later one. */
const anyIfEmpty = (type: string): string =>
  `[${type}] extends [never[]] ? any[] : [${type}] extends [null | undefined] ? any : ${type}`;

/** Words of a text: which names a cell may mean. Only those are imported, so that a cell stays cheap to check. */
function identifiersOf(source: string): Set<string> {
  return new Set(source.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu));
}
