import type { Program } from "acorn";
import { analyze, type Reference, type Scope } from "eslint-scope";
import type * as ESTree from "estree";
import { globalNames } from "./globalNames.ts";

export type NameKind = "const" | "let" | "var" | "function" | "class" | "import";

/** One use of a name that lives in the notebook's state and not in the cell's own scopes. */
export interface StateReference {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** True when the name may be missing as the line runs, so that the read must be checked. */
  readonly checked: boolean;
  /** True where the cell itself declares the name, in a later line. */
  readonly early: boolean;
  /** True for an assignment other than the declaration's own to a name that must not change. */
  readonly breaksConst: boolean;
}

export interface CellNames {
  /** Top-level names of the cell, in order of appearance. */
  readonly declared: ReadonlyMap<string, NameKind>;
  readonly references: readonly StateReference[];
  /** Declared names that the cell itself reads or writes: an import that is only a type is not among them. */
  readonly used: ReadonlySet<string>;
}

/**
 * Pass 2: finds which names the cell declares at its top level and every place where a name stands
 * for a value of the notebook: declared here, declared by an earlier cell (`known`), or not found yet.
 *
 * @param source the cell as it was typed: a name that does not occur in it is a helper of the TypeScript
 *   compiler, and stays inside the cell
 */
export function analyzeNames(program: Program, known: ReadonlySet<string>, source: string): CellNames {
  const manager = analyze(program as ESTree.Program, { ecmaVersion: 2026 as 2022, sourceType: "module" });
  const globalScope = manager.globalScope;
  const moduleScope = globalScope?.childScopes[0];
  if (!globalScope || !moduleScope) throw new Error("the analysis gave no module scope");

  const declared = new Map<string, NameKind>();
  const references: StateReference[] = [];
  const used = new Set<string>();

  for (const variable of moduleScope.variables) {
    const definition = variable.defs[0];
    if (!definition) continue;
    const kind = kindOf(definition);
    if (kind === undefined || !source.includes(variable.name)) continue; // `using` ends with its cell
    declared.set(variable.name, kind);
    const declaredAt = (definition.type === "Variable" ? definition.node : definition.name).range;
    const ready = (definition.type === "Variable" ? declaredAt?.[1] : declaredAt?.[0]) ?? 0;
    const isBound = kind === "const" || kind === "let" || kind === "class";
    for (const reference of variable.references) {
      const { start, end } = place(reference);
      const first = reference.init === true;
      if (!first) used.add(variable.name);
      const early = isBound && !first && start < ready && runsAtOnce(reference, moduleScope);
      references.push({
        name: variable.name,
        start,
        end,
        checked: early,
        early,
        breaksConst: reference.isWrite() && !first && (kind === "const" || kind === "import"),
      });
    }
  }

  for (const reference of globalScope.through) {
    const { name } = reference.identifier;
    if (typeof name !== "string" || (globalNames.has(name) && !known.has(name))) continue;
    references.push({
      name,
      ...place(reference),
      checked: !known.has(name),
      early: false,
      breaksConst: false,
    });
  }
  references.sort((a, b) => a.start - b.start);
  return { declared, references, used };
}

function kindOf(definition: Scope["variables"][number]["defs"][number]): NameKind | undefined {
  switch (definition.type) {
    case "ImportBinding":
      return "import";
    case "FunctionName":
      return "function";
    case "ClassName":
      return "class";
    case "Variable": {
      const { kind } = definition.parent as ESTree.VariableDeclaration;
      return kind === "const" || kind === "let" || kind === "var" ? kind : undefined;
    }
    default:
      return undefined;
  }
}

function place(reference: Reference): { start: number; end: number } {
  const [start, end] = reference.identifier.range ?? [0, 0];
  return { start, end };
}

/** Whether the reference is evaluated while the cell's lines run, and not later inside a function. */
function runsAtOnce(reference: Reference, moduleScope: Scope): boolean {
  return reference.from.variableScope === moduleScope;
}
