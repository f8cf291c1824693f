import type { Node } from "acorn";
import { ts } from "../../kernel/check/typescript.ts";
import { cellUses } from "../../kernel/compile/cellUses.ts";
import { stripTypes } from "../../kernel/compile/stripTypes.ts";
import { changedCells } from "../judge/changedCells.ts";
import type { JudgedCell } from "../manifest/assignmentManifest.ts";
import type { SourceNotebook } from "../source/readSource.ts";
import type { SourceFault } from "../source/sourceFault.ts";

/**
 * Functions that tests use and that stand in a cell which uses the answer: the whole cell runs in the answer's process, so
 * what such a function finds, the answer may have changed. Its values are as good as any that an answer gives; its verdict
 * is not. What is told keeps no assignment from being handed out.
 *
 * @param file of the notebook, as messages name it
 * @throws {CellSyntaxError} for a cell that cannot be compiled
 */
export function checksWithAnswers({ manifest }: SourceNotebook, file: string): SourceFault[] {
  const { release, cells } = manifest;
  return cells
    .filter(({ kind }) => kind === "tests")
    .flatMap((judged) => {
      const changed = changedCells(release, judged);
      const beside = release.cells.filter(
        ({ id }) =>
          id !== judged.id && judged.standsOn.includes(id) && changed.has(id) && !judged.answers.includes(id),
      );
      return beside.flatMap(({ id: cell, source }) => {
        const used = functionsOf(source).flatMap((name) => {
          const test = judged.tests.find(({ source }) => uses(source).has(name));
          return test ? [{ name, test: test.title }] : [];
        });
        return used.map(({ name, test }) => ({
          ...{ file, cell },
          message:
            `it uses the answer and declares ${name}, which the test "${test}" of ${judged.gradeId} uses: it would run where the answer runs, ` +
            `and an answer could change what it finds; give ${name} the answer as an argument, in a cell that does not use it${above(judged)}, or write it into the tests`,
        }));
      });
    });
}

const above = ({ answers }: JudgedCell): string => (answers.length === 0 ? "" : ` (${answers.join(", ")})`);

function uses(source: string): ReadonlySet<string> {
  const { readsNow, readsLater } = cellUses(source, () => ts);
  return new Set([...readsNow, ...readsLater]);
}

type Tree = Node & Readonly<Record<string, unknown>>;

/** Names of a cell's own functions and classes, and of objects that hold some. */
function functionsOf(source: string): string[] {
  const { program } = stripTypes(source, () => ts);
  return program.body.flatMap((statement) => {
    if (statement.type === "FunctionDeclaration" || statement.type === "ClassDeclaration")
      return [statement.id.name];
    if (statement.type !== "VariableDeclaration") return [];
    return statement.declarations.flatMap(({ id, init }) =>
      id.type === "Identifier" && init && holdsFunction(init as unknown as Tree) ? [id.name] : [],
    );
  });
}

function holdsFunction({ type, properties }: Tree): boolean {
  if (type !== "ObjectExpression") return /^(?:ArrowFunction|Function|Class)Expression$/.test(type);
  return (properties as readonly Tree[]).some(({ value }) => value && holdsFunction(value as Tree));
}
