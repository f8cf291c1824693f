import type { Node } from "acorn";
import { stripTypes } from "../../kernel/compile/stripTypes.ts";
import { walk } from "../../kernel/compile/walk.ts";

/** What a reader sees of a check: how many tests it makes, and the hints that they give. */
export interface VisibleTests {
  /** Places where it calls `check`; a cell that calls it nowhere is one test. */
  readonly count: number;
  /** In order, each once. One that is put together while the cell runs is none. */
  readonly hints: readonly Hint[];
}

export interface Hint {
  /** The sentence of the test that gives it. */
  readonly of: string;
  readonly text: string;
}

type Loose = Node & Readonly<Record<string, unknown>>;

/**
 * Reads the calls `check(sentence, actual, expected, { hint })` of a check's cell. Nothing runs.
 *
 * @param source of the cell; what is no program is one test without hints
 * @example visibleTests('check("two", f(1), 2, { hint: "add one" })') // => { count: 1, hints: [{ of: "two", text: "add one" }] }
 */
export function visibleTests(source: string): VisibleTests {
  const texts = new Map<string, string>();
  const calls: Loose[] = [];
  try {
    walk(stripTypes(source, () => undefined).program, (node) => {
      const { type, id, init, callee } = node as Loose & Record<"id" | "init" | "callee", Loose | null>;
      const text = type === "VariableDeclarator" ? textOf(init) : undefined;
      if (text !== undefined && id?.type === "Identifier") texts.set(String(id.name), text);
      if (type === "CallExpression" && callee?.name === "check") calls.push(node as Loose);
      return undefined;
    });
  } catch {
    return { count: 1, hints: [] };
  }
  const hints = new Map<string, string>();
  for (const call of calls) {
    const [sentence, , , options] = call.arguments as Loose[];
    const value = hintIn(options);
    const text = value?.type === "Identifier" ? texts.get(String(value.name)) : textOf(value);
    if (text !== undefined && !hints.has(text)) hints.set(text, textOf(sentence) ?? "");
  }
  return {
    count: Math.max(1, calls.length),
    hints: [...hints].map(([text, sentence]) => ({ of: sentence, text })),
  };
}

function hintIn(options: Loose | undefined): Loose | undefined {
  const properties = options?.type === "ObjectExpression" ? (options.properties as Loose[]) : [];
  const found = properties.find(({ key }) => (key as Loose | undefined)?.name === "hint");
  return found?.value as Loose | undefined;
}

/** Of a text that stands in the code whole. */
function textOf(node: Loose | null | undefined): string | undefined {
  if (node?.type === "Literal" && typeof node.value === "string") return node.value;
  const quasis = node?.type === "TemplateLiteral" ? (node.quasis as { value: { cooked: string } }[]) : [];
  return quasis.length === 1 ? quasis[0]?.value.cooked : undefined;
}
