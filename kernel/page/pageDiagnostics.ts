import type { CellDiagnostic } from "../check/cellDiagnostics.ts";
import { notHeld } from "./notHeld.ts";

const missingModule = /^Cannot find module '(.+?)' or its/;
/** TypeScript's advice is to install Node's types. */
const missingNode = /^Cannot find (?:name|module) '(.+?)'.*type definitions for node/s;

/**
 * What TypeScript says of a cell, in words for whoever reads a page: nothing can be installed there.
 *
 * @param held what cells may import; what of it has no types is no mistake
 */
export function pageDiagnostics(found: readonly CellDiagnostic[], held: readonly string[]): CellDiagnostic[] {
  return found.flatMap((each) => {
    const node = missingNode.exec(each.message)?.[1];
    if (node !== undefined)
      return [
        {
          ...each,
          message: `'${node}' is Node's, and a page has none: it works where the notebook is opened in Jupyter.`,
        },
      ];
    const module = missingModule.exec(each.message)?.[1];
    if (module === undefined) return [each];
    return held.includes(module) ? [] : [{ ...each, message: notHeld(module, held) }];
  });
}
