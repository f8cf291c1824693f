import type { Draft } from "./draft.ts";
import { walk } from "./walk.ts";

/**
 * Lets every `await` ask on its return whether its cell was stopped meanwhile: then it throws there.
 * `turn` lets the host choose when the cell goes on: `await x` → `resumed(await turn(await x))`.
 */
export function guardAwaits({ program, edit, host }: Draft): void {
  walk(program, (node) => {
    if (node.type === "AwaitExpression") {
      edit.appendRight(node.start, `${host}.resumed(await ${host}.turn(`).prependLeft(node.end, "))");
    }
    return true;
  });
}
