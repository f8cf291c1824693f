import type { Draft } from "./compileCell.ts";
import { walk } from "./walk.ts";

/** Lets every `await` ask on its return whether its cell was stopped meanwhile: then it throws there. */
export function guardAwaits({ program, edit, host }: Draft): void {
  walk(program, (node) => {
    if (node.type === "AwaitExpression")
      edit.appendRight(node.start, `${host}.resumed(`).prependLeft(node.end, ")");
    return true;
  });
}
