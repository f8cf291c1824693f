import type { Node } from "acorn";
import type { Draft } from "./draft.ts";
import { walk } from "./walk.ts";

/**
 * Lets a running cell be stopped: every turn of a loop reads one number in shared memory (0.1 ns) and throws
 * where it stands once the number is not 0. V8 reads it anew in every turn, also without `Atomics`, which cost it a
 * hundred times as much; SpiderMonkey takes a plain read out of the loop, and reads atomically as fast. Runs after `endStatements`: it puts braces around bodies.
 *
 * @param flag name of the shared array
 * @param isAtomic whether the number is read by `Atomics.load`
 * @returns the declaration of that name
 */
export function guardLoops({ program, edit, host }: Draft, flag: string, isAtomic: boolean): string {
  const value = isAtomic ? `${host}.readAtomically(${flag}, 0)` : `${flag}[0]`;
  walk(program, (node) => {
    const { body } = node as Node & { body?: Node };
    if (!/^(?:While|DoWhile|For|ForIn|ForOf)Statement$/.test(node.type) || !body) return true;
    const waits = (node as Node & { await?: boolean }).await === true;
    const check = waits ? ` ${host}.resumed();` : ` if (${value} !== 0) ${host}.stop();`;
    if (body.type === "BlockStatement") edit.appendLeft(body.start + 1, check);
    else edit.prependRight(body.start, `{${check} `).appendLeft(body.end, " }");
    return true;
  });
  return `const ${flag} = ${host}.flag; `;
}
