import { globalDeclarations } from "../session/globalDeclarations.ts";
import type { CellFiles } from "./cellFiles.ts";
import { type Binding, cellNames } from "./cellNames.ts";
import { grownNames } from "./grownNames.ts";
import type { LanguagePlace } from "./languagePlace.ts";

/** A module that is never found: names that are imported from it are of an unknown kind, and nothing is said of them. */
const nowhere = "nowhere:";

/** A notebook's cells as modules: each imports the names it sees from the cells that declared them last. */
export class CellModules {
  readonly #tsc: LanguagePlace["tsc"];
  readonly #directory: string;
  readonly #files: CellFiles;
  /**
   * The two files that TypeScript starts from: the cell in question, and one that holds on to the packages that cells
   * have imported. Their names stay, and what they import changes seldom: otherwise TypeScript would go through all
   * libraries again.
   */
  readonly #roots: { readonly draft: string; readonly ran: string };
  #kept: string[] = [];
  /** Where each visible name was declared last. */
  readonly #names = new Map<
    string,
    { readonly file: string; readonly binding: Binding; readonly isGrown: boolean }
  >();
  /** Names that a failed cell would have had. */
  readonly #lost = new Map<string, Binding>();
  #count = 0;

  constructor({ tsc, directory }: Pick<LanguagePlace, "tsc" | "directory">, files: CellFiles) {
    this.#tsc = tsc;
    this.#directory = directory;
    this.#files = files;
    this.#roots = { draft: `${directory}/cell-draft.ts`, ran: `${directory}/cell-list.ts` };
    this.#hold();
  }

  /** The files that TypeScript starts from. */
  get roots(): string[] {
    return Object.values(this.#roots);
  }

  /** Begins anew, with these cells as all that ran. What stays as it was is not looked at again. */
  restart(cells: readonly string[]): void {
    this.#names.clear();
    this.#lost.clear();
    this.#kept = [];
    this.#count = 0;
    for (const source of cells) this.#note(source);
    this.#hold();
  }

  /** Notes a cell that ran: later cells see its names. */
  add(source: string): void {
    this.#note(source);
    this.#hold();
  }

  /** The file that holds on to packages: it changes no oftener than it must. */
  #hold(): void {
    this.#files.put(this.#roots.ran, "", this.#kept.length > 0 ? this.#kept.join("\n") : "export {};");
  }

  #note(source: string): void {
    const { prelude, names, grown } = this.#seenBy(source);
    if (names.size === 0) return;
    this.#count += 1;
    const file = `${this.#directory}/cell-${this.#count}.ts`;
    // The exports stand at the end, so that no line or column of the cell moves.
    const end = grown.length > 0 ? `const $grown = { ${grown.join(", ")} };\nexport { $grown };\n` : "";
    this.#files.put(file, prelude, `${source}\n${end}export { ${[...names.keys()].join(", ")} };`);
    for (const [name, binding] of names) {
      this.#names.set(name, { file, binding, isGrown: grown.includes(name) });
      this.#lost.delete(name);
    }
    if (/\b(?:import|declare)\b/.test(source)) this.#kept.push(`import "./cell-${this.#count}.ts";`);
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
   * Puts a cell that has not run in the draft's file, and leaves no names behind.
   *
   * @param begun how a name begins, in small letters, that may be one of an earlier cell's
   * @returns the draft, and where in it the cell begins
   */
  draft(source: string, begun?: string): { readonly file: string; readonly offset: number } {
    const prelude = this.prelude(source, begun);
    this.#files.put(this.#roots.draft, prelude, source);
    return { file: this.#roots.draft, offset: prelude.length };
  }

  /** The line before a cell that brings it what it sees of earlier ones. */
  prelude(source: string, begun?: string): string {
    return this.#seenBy(source, begun).prelude;
  }

  /** The place in its cell's exports of the name that a later cell sees; undefined if no cell has it. */
  exportOf(name: string): { readonly file: string; readonly at: number } | undefined {
    const file = this.#names.get(name)?.file ?? "";
    const { prelude = "", text = "" } = this.#files.cell(file) ?? {};
    const exports = text.lastIndexOf("export {");
    const word = name.replaceAll("$", "\\$&");
    const at = text.slice(exports).search(new RegExp(`(?<=[ ,])${word}(?=[ ,])`, "u"));
    return at < 0 ? undefined : { file, at: prelude.length + exports + at };
  }

  /** The names that a cell declares, and the line before it that brings the earlier cells' names it mentions. */
  #seenBy(
    source: string,
    begun?: string,
  ): { prelude: string; names: ReadonlyMap<string, Binding>; grown: readonly string[] } {
    const parsed = this.#tsc.createSourceFile("cell.ts", source, this.#tsc.ScriptTarget.ESNext);
    const names = cellNames(parsed, this.#tsc);
    const words = identifiersOf(source);
    const isSeen = (name: string): boolean =>
      !names.has(name) && (words.has(name) || (begun !== undefined && name.toLowerCase().startsWith(begun)));
    const lines: string[] = [];
    const imports = new Map<string, string[]>();
    for (const [name, { file: from, binding, isGrown }] of this.#names) {
      if (!isSeen(name)) continue;
      const module = `.${from.slice(from.lastIndexOf("/"))}`;
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
    return { prelude: `${lines.join(" ")}\n`, names, grown: grownNames(parsed, this.#tsc) };
  }
}

/** What has stayed empty in its cell may be filled with anything in a later one. */
const anyIfEmpty = (type: string): string =>
  `[${type}] extends [never[]] ? any[] : [${type}] extends [null | undefined] ? any : ${type}`;

/** Words of a text: which names a cell may mean. Only those are imported, so that a cell stays cheap to check. */
function identifiersOf(source: string): Set<string> {
  return new Set(source.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu));
}
