import type * as TypeScript from "typescript";
import { ts } from "../../kernel/check/typescript.ts";
import type { JudgeTest } from "../manifest/assignmentManifest.ts";

/** Far apart from each other, so that tests with seeds 1, 2, 3 do not meet each other's streams again. */
const step = 1_000_003;

/** Whether tests draw numbers, from `seeded(…)` or the notebook's stream `rng`. */
export const drawsIn = (tests: readonly JudgeTest[]): boolean =>
  tests.some(({ source }) => placesIn([source])[0]!.length > 0);

/**
 * Tests with other random numbers. What is varied, and all that is: a call `seeded(x)` in a test gets the seed
 * `x + 1000003 · round`, and the notebook's stream `rng`, where a test names it, gives way to an independent one,
 * `rng.split("round 7")`. Numbers that the cells above the exercise drew stay as they are, since students see them.
 *
 * @param round 0 for the tests as they stand
 */
export function reseed(tests: readonly JudgeTest[], round: number): readonly JudgeTest[] {
  if (round === 0) return tests;
  const places = placesIn(tests.map(({ source }) => source));
  return tests.map((test, index) => {
    let { source } = test;
    for (const { start, end, kind } of [...(places[index] ?? [])].sort(
      (a, b) => b.end - a.end || b.start - a.start,
    )) {
      const text = source.slice(start, end);
      const other =
        kind === "seed"
          ? `(${text}) + ${step * round}`
          : `${kind === "shorthand" ? `${text}: ` : ""}${text}.split("round ${round}")`;
      source = source.slice(0, start) + other + source.slice(end);
    }
    return { ...test, source };
  });
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly kind: "seed" | "stream" | "shorthand";
}

function placesIn(sources: readonly string[]): Place[][] {
  const files = sources.map((source) => ts.createSourceFile("test.ts", source, ts.ScriptTarget.Latest, true));
  const own = new Set(files.flatMap((file) => [...declaredNames(file)]));
  return files.map((file) => {
    const places: Place[] = [];
    const visit = (node: TypeScript.Node): void => {
      if (
        ts.isCallExpression(node) &&
        ts.isIdentifier(node.expression) &&
        node.expression.text === "seeded"
      ) {
        const [seed] = node.arguments;
        // A seed inside a seed is varied with it.
        if (seed && !own.has("seeded")) {
          places.push({ start: seed.getStart(file), end: seed.end, kind: "seed" });
          return;
        }
      }
      if (ts.isIdentifier(node) && node.text === "rng" && !own.has("rng")) {
        const place = { start: node.getStart(file), end: node.end };
        if (ts.isShorthandPropertyAssignment(node.parent)) places.push({ ...place, kind: "shorthand" });
        else if (!isNameOfProperty(node)) places.push({ ...place, kind: "stream" });
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
    return places;
  });
}

function isNameOfProperty(node: TypeScript.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isBindingElement(parent) && parent.propertyName === node) ||
    ts.isTypeNode(parent) ||
    ts.isTypeElement(parent)
  );
}

/** Names that a text declares anywhere: a test's own `rng` is not the notebook's. */
function declaredNames(file: TypeScript.SourceFile): Set<string> {
  const names = new Set<string>();
  const visit = (node: TypeScript.Node): void => {
    const isDeclaration = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node);
    if ((isDeclaration || ts.isFunctionDeclaration(node)) && node.name && ts.isIdentifier(node.name))
      names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}
