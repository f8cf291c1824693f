import type { Node, VariableDeclaration } from "acorn";
import type { CellNames } from "./analyzeNames.ts";
import type { Draft } from "./draft.ts";
import { walk } from "./walk.ts";

/**
 * Turns top-level declarations into assignments to the state. Their names are already rewritten.
 *
 * @returns the prologue that makes function declarations visible before their line
 */
export function rewriteDeclarations(draft: Draft, { declared }: CellNames): string {
  const { program, edit, state } = draft;
  const hoisted: string[] = [];
  const enums = new Set<string>();

  for (const [index, statement] of program.body.entries()) {
    const node = exported(draft, statement);
    switch (node.type) {
      case "FunctionDeclaration": {
        const { id } = node as Node & { id: { name: string } | null };
        if (id) hoisted.push(`${state}.${id.name} = ${id.name}; `);
        else edit.appendRight(node.start, "(").appendLeft(node.end, ");");
        break;
      }
      case "ClassDeclaration": {
        const { id } = node as Node & { id: { name: string } | null };
        edit.appendRight(node.start, id ? `${state}.${id.name} = ` : "(");
        edit.appendLeft(node.end, id ? ";" : ");");
        break;
      }
      case "VariableDeclaration": {
        const { kind } = node as VariableDeclaration;
        if (isOwn(node, declared) && (kind === "let" || kind === "const"))
          assign(draft, node as VariableDeclaration, "undefined");
        break;
      }
    }
    const name = enumName(node, program.body[index + 1]);
    if (name !== undefined && !enums.has(name)) {
      // Declared again, an enum starts anew; within a cell its parts add up.
      enums.add(name);
      edit.appendLeft(node.end, ` ${state}.${name} = undefined;`);
    }
  }

  // A `var` belongs to the cell from any depth outside functions.
  walk(program, (node, parent) => {
    if (/Function|^Class/.test(node.type)) return false;
    const isVar = node.type === "VariableDeclaration" && (node as VariableDeclaration).kind === "var";
    if (isVar && isOwn(node, declared)) {
      const isLoop = parent?.type === "ForOfStatement" || parent?.type === "ForInStatement";
      assign(draft, node as VariableDeclaration, isLoop ? "loop" : "keep");
    }
    return true;
  });
  return hoisted.join("");
}

/** False for what the TypeScript compiler added: such a statement declares one name, which stays local. */
function isOwn(node: Node, declared: CellNames["declared"]): boolean {
  const { id } = (node as VariableDeclaration).declarations[0] ?? {};
  return id?.type !== "Identifier" || declared.has(id.name);
}

/**
 * `const a = 1, { b } = c` → `$.a = 1, ({ b: $.b } = c)`. Without a value, `let` gives undefined, `var` keeps
 * the old value, and in `for (var x of xs)` the loop assigns.
 */
function assign(
  { edit, state }: Draft,
  node: VariableDeclaration,
  missing: "undefined" | "keep" | "loop",
): void {
  const [first] = node.declarations;
  if (!first) return;
  edit.remove(node.start, first.start);
  for (const declarator of node.declarations) {
    const { id, init } = declarator;
    if (!init) {
      if (id.type === "Identifier" && missing !== "loop") {
        const target = `${state}.${id.name}`;
        edit.update(id.start, id.end, `${target} = ${missing === "keep" ? target : "undefined"}`);
      }
    } else if (id.type === "ObjectPattern") {
      edit.appendRight(declarator.start, "(").appendLeft(declarator.end, ")");
    }
  }
}

/** `var E; (function (E) {…})(E || (E = {}))`, as an enum or a namespace is lowered. */
function enumName(node: Node, next: Node | undefined): string | undefined {
  if (node.type !== "VariableDeclaration" || next?.type !== "ExpressionStatement") return undefined;
  const { id, init } = (node as VariableDeclaration).declarations[0] ?? {};
  const { expression } = next as Node & { expression: Node & { arguments?: Node[] } };
  const argument = expression.arguments?.[0] as (Node & { left?: Node & { name?: string } }) | undefined;
  const isLowered = !init && argument?.type === "LogicalExpression";
  return isLowered && id?.type === "Identifier" && argument.left?.name === id.name ? id.name : undefined;
}

/** The declaration inside an `export`, whose keyword is dropped: a cell's names are visible anyway. */
function exported({ edit }: Draft, statement: Node): Node {
  if (statement.type !== "ExportNamedDeclaration" && statement.type !== "ExportDefaultDeclaration")
    return statement;
  const { declaration } = statement as Node & { declaration: Node | null };
  if (!declaration) return statement;
  edit.remove(statement.start, declaration.start);
  return declaration;
}
