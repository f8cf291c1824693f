// Cells that people wrote: without its types, each is the program that TypeScript makes of it.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "acorn";
import { stripTypes } from "../../../kernel/compile/stripTypes.ts";
import { parsePercent } from "../../../kernel/notebook/parsePercent.ts";
import { readNotebook } from "../../../kernel/notebook/readNotebook.ts";
import { readCorpus } from "../corpus/readCorpus.ts";
import { byTypeScript, typescript } from "./differential/reference.ts";

const notebooks = fileURLToPath(new URL("../../../notebooks/", import.meta.url));

interface Cell {
  readonly from: string;
  readonly source: string;
}

async function realCells(): Promise<Cell[]> {
  const cells: Cell[] = readCorpus().flatMap(({ title, cells }) =>
    cells.map(({ source }) => ({ from: title, source })),
  );
  for (const file of readdirSync(notebooks).filter((name) => /^\d\d-.*(?<!\.out)\.ipynb$/.test(name))) {
    for (const cell of (await readNotebook(notebooks + file)).cells)
      if (cell.cell_type === "code") cells.push({ from: `${file}, ${cell.id}`, source: cell.source });
    const solutions = readFileSync(`${notebooks}solutions/${file.replace(".ipynb", ".ts")}`, "utf8");
    for (const { name, title, source } of parsePercent(solutions))
      cells.push({ from: `${file}, ${name} ${title}`, source });
  }
  return cells;
}

test("cells of the corpus, the chapters and their solutions: their programs are TypeScript's", async (t) => {
  let compared = 0;
  let others = 0;
  for (const { from, source } of await realCells()) {
    const ours = attempt(() => shapeOf(stripTypes(source, () => undefined).code));
    // As a module TypeScript 6.0.3 reads some statements twice, as a script it cannot read others.
    const { Force, Auto } = typescript.ModuleDetectionKind;
    const theirs = [Force, Auto].map((detection) => attempt(() => shapeOf(byTypeScript(source, detection))));
    const isLowered = /\benum\b|import \w+ = |return </.test(source);
    if (ours === undefined || theirs.every((shape) => shape === undefined) || isLowered) {
      others += 1; // no program (TypeScript itself writes `- <any>- 5` as one), or lowered in another way: what it comes to is the corpus's to say
      continue;
    }
    compared += 1;
    assert.equal(ours, theirs.find((shape) => shape === ours) ?? theirs[0], `${from}:\n${source}`);
  }
  t.diagnostic(`${compared} compared, ${others} not`);
  assert.ok(compared > 800 && others < 0.15 * compared);
});

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

/** The tree of a program without its layout, and without what only tells a module from a script. */
function shapeOf(code: string): string {
  const tree = parse(code, { ecmaVersion: "latest", sourceType: "module" });
  return JSON.stringify(tree, (key, value) => {
    if (key === "start" || key === "end" || key === "raw") return undefined;
    if (typeof value === "bigint") return String(value);
    return Array.isArray(value) ? value.filter((node) => !isLayout(node)) : value;
  });
}

interface Rest {
  readonly type?: string;
  readonly directive?: string;
  readonly declaration?: unknown;
  readonly source?: unknown;
  readonly specifiers?: readonly unknown[];
}

function isLayout(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { type, directive, declaration, source, specifiers } = value as Rest;
  if (type === "EmptyStatement" || directive === "use strict") return true;
  return type === "ExportNamedDeclaration" && !declaration && !source && specifiers?.length === 0;
}
