import { ts } from "../../../kernel/check/typescript.ts";
import { analyzeNames } from "../../../kernel/compile/analyzeNames.ts";
import { stripTypes } from "../../../kernel/compile/stripTypes.ts";
import type { CodeCell } from "../../../kernel/notebook/notebook.ts";

/**
 * Ids of the code cells that some cells of a chapter need, themselves included: those that declare the names they use,
 * and so on. A chapter's cells draw from streams of their own, so these give the same numbers without the others.
 */
export function neededCells(cells: readonly CodeCell[], wanted: ReadonlySet<string>): Set<string> {
  const needed = new Set<string>();
  const names = new Set<string>();
  for (const { id, source } of cells.toReversed()) {
    const { declared, used } = namesOf(source);
    if (!wanted.has(id) && !declared.some((name) => names.has(name))) continue;
    needed.add(id);
    for (const name of declared) names.delete(name);
    for (const name of used) names.add(name);
  }
  return needed;
}

/** Names of a cell that others see, types too, and those that it has from others. */
export function namesOf(source: string): { declared: string[]; used: string[] } {
  const { program } = stripTypes(source, () => ts);
  const { declared, references } = analyzeNames(program, new Set(), source);
  const types = [...source.matchAll(/^(?:interface|type)\s+(\w+)/gm)].map(([, name]) => name!);
  const names = [...declared.keys(), ...types];
  const used = references.map(({ name }) => name);
  // Of what stands in types nothing is left after compiling; their names are written with a capital.
  const inTypes = source.match(/\b[A-Z]\w*\b/g) ?? [];
  return { declared: names, used: [...used, ...inTypes].filter((name) => !names.includes(name)) };
}
