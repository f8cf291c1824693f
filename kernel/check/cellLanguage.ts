import type * as TypeScript from "typescript";
import { type CellDiagnostic, cellDiagnostics, projectDiagnostic } from "./cellDiagnostics.ts";
import { CellFiles } from "./cellFiles.ts";
import { CellModules } from "./cellModules.ts";
import { CellProgram } from "./cellProgram.ts";
import type { LanguagePlace } from "./languagePlace.ts";
import type { ProjectFault } from "./projectFault.ts";

/** What is known of a name: its type, and what its author says of it. */
export interface NameFacts {
  readonly signature: string;
  readonly documentation: string;
}

/**
 * What TypeScript knows of a notebook: types, completions, documentation, over all cells so far.
 *
 * Each cell is a module of its own that imports the names it sees from the cells that declared them last. So a
 * name may be declared again with another type, and an earlier cell keeps the one it was written with.
 */
export class CellLanguage {
  readonly #tsc: LanguagePlace["tsc"];
  readonly #service: TypeScript.LanguageService;
  /** What is wrong with the project, until it is said. */
  #faults: readonly ProjectFault[];
  readonly #files: CellFiles;
  readonly #modules: CellModules;
  readonly #beside: CellProgram;

  /** @param place what stands around the cells: a folder (`diskPlace`), or what a page holds */
  constructor(place: LanguagePlace) {
    const { tsc, directory, options, faults, system } = place;
    this.#tsc = tsc;
    this.#files = new CellFiles(place);
    this.#modules = new CellModules(place, this.#files);
    this.#beside = new CellProgram(place, this.#files);
    this.#faults = faults;
    const registry = tsc.createDocumentRegistry(true, directory);
    this.#service = tsc.createLanguageService(
      {
        getCompilationSettings: () => options,
        getScriptFileNames: () => this.#modules.roots,
        getProjectVersion: () => String(this.#files.changes),
        getScriptVersion: this.#files.version,
        getScriptSnapshot: this.#files.snapshot,
        ...place.resolver(this.#files.read),
        getCurrentDirectory: () => directory,
        getDefaultLibFileName: (options) => place.libraryFile(options),
        fileExists: this.#files.exists,
        readFile: this.#files.read,
        ...(system.readDirectory && { readDirectory: system.readDirectory }),
        ...(system.directoryExists && { directoryExists: system.directoryExists }),
        ...(system.getDirectories && { getDirectories: system.getDirectories }),
        ...(system.realpath && { realpath: system.realpath }),
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

  /** Begins anew, with these cells as all that ran. What stays as it was is not looked at again. */
  restart(cells: readonly string[]): void {
    this.#modules.restart(cells);
  }

  /** Notes a cell that ran: later cells see its names. */
  add(source: string): void {
    this.#modules.add(source);
  }

  /** Notes a cell that failed: what an import of it would have brought is not missed again. */
  addFailed(source: string): void {
    this.#modules.addFailed(source);
  }

  /**
   * What is wrong with a cell, before it runs. Before the first, what is wrong with the project's options: it is said
   * once, and defaults hold.
   */
  diagnostics(source: string): CellDiagnostic[] {
    const ofProject = this.#faults.map(projectDiagnostic);
    this.#faults = [];
    return [...ofProject, ...(CellProgram.suits(source) ? this.#checkBeside(source) : this.#check(source))];
  }

  /** Looks at a cell in a program of its own. */
  #check(source: string): CellDiagnostic[] {
    return this.#ask(source, (file, offset) =>
      cellDiagnostics(this.#tsc, source, offset, [
        ...this.#service.getSyntacticDiagnostics(file),
        ...this.#service.getSemanticDiagnostics(file),
      ]),
    );
  }

  /** Looks at a cell beside the program that is there. */
  #checkBeside(source: string): CellDiagnostic[] {
    const prelude = this.#modules.prelude(source);
    const [root = ""] = this.#modules.roots;
    const files = this.#service.getProgram()?.getSourceFiles() ?? [];
    if (this.#beside.isWorn || this.#files.isRewritten || this.#files.areEdited(files))
      this.#files.renew(root);
    const program = this.#service.getProgram();
    if (!program) return this.#check(source);
    const found = this.#beside.diagnostics(program, root, prelude + source);
    return cellDiagnostics(this.#tsc, source, prelude.length, found);
  }

  /** Names that fit at a place, best first. `offset` counts UTF-16 units. */
  completions(
    source: string,
    offset: number,
  ): { start: number; end: number; entries: { name: string; kind: string }[] } {
    const word = wordBefore(source, offset);
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
    return this.#ask(source, question, begunAt(source, offset));
  }

  /** Type and documentation of what stands at a place; inside the parentheses of a call, its signature. */
  inspect(source: string, offset: number): NameFacts | undefined {
    return this.#ask(source, (file, shift) => {
      const at = offset + shift;
      const info =
        this.#service.getQuickInfoAtPosition(file, at) ?? this.#service.getQuickInfoAtPosition(file, at - 1);
      if (info) {
        const declared = this.#declared(file, at, shift);
        const parts = declared ?? info;
        // An import says no more than that it is one; a variable may have a narrower type here.
        return this.#factsOf({ ...parts, displayParts: (info.kind === "alias" ? parts : info).displayParts });
      }
      const help = this.#service.getSignatureHelpItems(file, at, undefined);
      const item = help?.items[help.selectedItemIndex];
      if (!item) return undefined;
      const parameters = item.parameters
        .map(({ displayParts }) => this.#tsc.displayPartsToString(displayParts))
        .join(", ");
      const [prefix, suffix] = [item.prefixDisplayParts, item.suffixDisplayParts].map((parts) =>
        this.#tsc.displayPartsToString(parts),
      );
      return {
        signature: `${prefix}${parameters}${suffix}`,
        documentation: this.#tsc.displayPartsToString(item.documentation),
      };
    });
  }

  /** What is known of a name that fits at a place, one of those that `completions` gave. */
  completionFacts(source: string, offset: number, name: string): NameFacts | undefined {
    const question = (file: string, shift: number): NameFacts | undefined => {
      const found = this.#service.getCompletionEntryDetails(
        file,
        offset + shift,
        name,
        ...([{}, undefined, undefined, undefined] as const),
      );
      const [place] = begun === undefined ? [] : this.#declarationOf(name);
      const declared = place && this.#service.getQuickInfoAtPosition(place.fileName, place.textSpan.start);
      return found && this.#factsOf(declared ?? found);
    };
    const begun = begunAt(source, offset);
    return this.#ask(source, question, begun);
  }

  /** What is known of a name where an earlier cell declared it: what brings it here has its type and no more. */
  #declared(file: string, at: number, shift: number): TypeScript.QuickInfo | undefined {
    let [definition] = this.#service.getDefinitionAtPosition(file, at) ?? [];
    if (definition?.fileName === file && definition.textSpan.start < shift) {
      [definition] = this.#declarationOf(definition.name);
    }
    if (!definition || definition.fileName === file || !this.#files.cell(definition.fileName))
      return undefined;
    return this.#service.getQuickInfoAtPosition(definition.fileName, definition.textSpan.start);
  }

  /** Where an earlier cell declares a name that later ones see. */
  #declarationOf(name: string): readonly TypeScript.DefinitionInfo[] {
    const exported = this.#modules.exportOf(name);
    return (exported && this.#service.getDefinitionAtPosition(exported.file, exported.at)) ?? [];
  }

  #factsOf({
    displayParts,
    documentation = [],
    tags = [],
  }: {
    readonly displayParts?: readonly TypeScript.SymbolDisplayPart[] | undefined;
    readonly documentation?: TypeScript.SymbolDisplayPart[];
    readonly tags?: readonly TypeScript.JSDocTagInfo[];
  }): NameFacts {
    const said = tags.map(({ name, text }) => `@${name} ${this.#tsc.displayPartsToString(text)}`.trim());
    const parts = [this.#tsc.displayPartsToString(documentation), ...said].filter((part) => part !== "");
    return {
      signature: this.#tsc.displayPartsToString(displayParts && [...displayParts]),
      documentation: parts.join("\n\n"),
    };
  }

  /** @param begun how a name begins, in small letters, that may be one of an earlier cell's */
  #ask<T>(source: string, question: (file: string, offset: number) => T, begun?: string): T {
    const { file, offset } = this.#modules.draft(source, begun);
    return question(file, offset);
  }
}

const wordBefore = (source: string, offset: number): string =>
  /[\p{ID_Continue}$\u200c\u200d]*$/u.exec(source.slice(0, offset))?.[0] ?? "";

/** How the name begins that stands before a place; undefined for a member, which no earlier cell declares. */
function begunAt(source: string, offset: number): string | undefined {
  const word = wordBefore(source, offset);
  return /\.\s*$/.test(source.slice(0, offset - word.length)) ? undefined : word.toLowerCase();
}
