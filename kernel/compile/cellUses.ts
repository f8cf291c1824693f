import type { Node } from "acorn";
import { analyze, type Reference, type Variable } from "eslint-scope";
import type * as ESTree from "estree";
import { Groups } from "./groups.ts";
import { Recent } from "./recent.ts";
import { changedBy, functionsIn, parts, sharedBy } from "./sharing.ts";
import { type LoadTypeScript, stripTypes } from "./stripTypes.ts";
import { walk } from "./walk.ts";

/** What a cell has to do with the names of the notebook. */
export interface CellUses {
  readonly declares: ReadonlySet<string>;
  /** Names that it reads as its lines run. */
  readonly readsNow: ReadonlySet<string>;
  /** Names that its functions read once they are called: by then another cell may have declared them anew. */
  readonly readsLater: ReadonlySet<string>;
  /** Names whose values it may change: `n = 1`, `list.push(1)`, `row.x = 2`. */
  readonly writesNow: ReadonlySet<string>;
  /** Names whose values its functions may change once they are called. */
  readonly writesLater: ReadonlySet<string>;
  /** Names that may stand for parts of one value, as `row` and `table` after `const row = table[0]`. */
  readonly shares: readonly (readonly string[])[];
  /** Its functions that may change what they are given. */
  readonly changesGiven: ReadonlySet<string>;
  /** What it gives to functions that it calls by name. */
  readonly gives: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether it does what no name tells of: `import "module"`. */
  readonly hasUnnamedEffect: boolean;
}

/** The same cells are asked about again and again: as a notebook is edited, and with each answer that is judged. */
const recent = new Recent<CellUses>(500);

/**
 * Finds what a cell reads and what it may change, from its own text. It follows a value through other names, loops,
 * callbacks and the cell's own functions. A package's function is taken to change nothing that it is given.
 *
 * @throws {CellSyntaxError} with line and column in the cell
 * @example [...cellUses("total += values[0]").writesNow] // => ["total"]
 */
export const cellUses = (source: string, loadTypeScript: LoadTypeScript = () => undefined): CellUses =>
  recent.of(source, () => usesIn(source, loadTypeScript));

function usesIn(source: string, loadTypeScript: LoadTypeScript): CellUses {
  const { program } = stripTypes(source, loadTypeScript);
  const { scopes, globalScope } = analyze(program as ESTree.Program, {
    ecmaVersion: 2026 as 2022,
    sourceType: "module",
  });
  const own = globalScope?.childScopes[0];
  if (!own) throw new Error("the analysis gave no module scope");

  const variableAt = new Map<number, Variable | null>();
  for (const { references, variables } of scopes) {
    for (const { identifier, resolved } of references) variableAt.set(start(identifier), resolved);
    for (const variable of variables)
      for (const name of variable.identifiers) variableAt.set(start(name), variable);
  }
  /** A name of the notebook is itself; one inside a function or block is its variable. */
  const meaning = (node: Node & { name?: string }): string | Variable => {
    const variable = variableAt.get(node.start);
    return variable && variable.scope !== own ? variable : (node.name ?? "");
  };
  const meanings = (nodes: readonly Node[]) => nodes.flatMap(parts).map(meaning);

  const together = new Groups<string | Variable>();
  const gives = new Map<string, Set<string>>();
  const changed: { at: number; what: string | Variable }[] = [];
  let hasUnnamedEffect = false;
  walk(program, (node) => {
    together.join(meanings(sharedBy(node)));
    changed.push(...meanings(changedBy(node)).map((what) => ({ at: node.start, what })));
    if (node.type === "ImportDeclaration")
      hasUnnamedEffect ||= (node as Node & { specifiers: Node[] }).specifiers.length === 0;
    return true;
  });
  walk(program, (node) => {
    if (node.type !== "CallExpression") return true;
    const { callee, arguments: given } = node as Node & {
      callee: Node & { name?: string };
      arguments: Node[];
    };
    if (callee.type !== "Identifier" || !callee.name) return true;
    const names = meanings(given)
      .flatMap((each) => together.of(each))
      .filter(isName);
    gives.set(callee.name, new Set([...(gives.get(callee.name) ?? []), ...names]));
    return true;
  });

  const functions = functionsIn(program);
  const around = (at: number) => functions.filter((each) => each.start <= at && at < each.end);
  const uses = {
    declares: new Set(own.variables.filter(({ defs }) => defs.length > 0).map(({ name }) => name)),
    readsNow: new Set<string>(),
    readsLater: new Set<string>(),
    writesNow: new Set<string>(),
    writesLater: new Set<string>(),
    changesGiven: new Set<string>(),
  };
  const write = (name: string, isLater: boolean): void => {
    uses.writesNow.add(name);
    if (isLater) uses.writesLater.add(name);
  };
  for (const { references } of scopes) {
    for (const reference of references) {
      const { name } = reference.identifier;
      const isOwn = reference.resolved?.scope === own;
      if (typeof name !== "string" || (reference.resolved && !isOwn)) continue;
      const isLater = isInFunction(reference);
      if (isLater) uses.readsLater.add(name);
      else if (!isOwn) uses.readsNow.add(name);
      if (reference.isWrite() && !reference.init) write(name, isLater);
    }
  }
  for (const { at, what } of changed) {
    for (const each of together.of(what)) {
      if (isName(each)) write(each, around(at).length > 0);
      else if (each.defs.some(({ type }) => type === "Parameter"))
        for (const { name } of around(at)) if (name) uses.changesGiven.add(name);
    }
  }
  const shares = together
    .all()
    .map((group) => group.filter(isName))
    .filter((group) => group.length > 1);
  return { ...uses, gives, shares, hasUnnamedEffect };

  function isInFunction(reference: Reference): boolean {
    return reference.from.variableScope !== own && reference.from.variableScope !== globalScope;
  }
}

const isName = (each: string | Variable): each is string => typeof each === "string";
const start = ({ range }: { range?: [number, number] | undefined }): number => range?.[0] ?? 0;
