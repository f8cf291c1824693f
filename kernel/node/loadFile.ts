import { readFileSync } from "node:fs";
import type { LoadFnOutput, LoadHookContext } from "node:module";
import { fileURLToPath } from "node:url";
import { parse } from "acorn";
import { withoutVersion } from "./authorFile.ts";
import { compileFile } from "./compileFile.ts";
import { projectOptions } from "./projectOptions.ts";

type Next = (url: string, context?: Partial<LoadHookContext>) => LoadFnOutput;

/**
 * Loads a file of the author's. Node does it where it can; it strips types only where that is all there is to do, reads
 * no JSX, and takes `import` in a CommonJS project for a mistake.
 */
export function loadFile(url: string, context: LoadHookContext, next: Next): LoadFnOutput {
  const path = fileURLToPath(withoutVersion(url));
  if (/\.(?:tsx|jsx)$/.test(path) || (/\.[cm]?ts$/.test(path) && !projectOptions(path).erasesOnly))
    return { ...compileFile(url, path), shortCircuit: true };
  if (/\.js$/.test(path) && context.format === "commonjs") {
    if (isModule(readFileSync(path, "utf8"))) return { ...compileFile(url, path), shortCircuit: true };
  }
  return next(url, context);
}

/** Whether a text can only be an ES module. */
function isModule(source: string): boolean {
  if (!/^\s*(?:import|export)\b/m.test(source)) return false;
  const parses = (sourceType: "module" | "script"): boolean => {
    try {
      parse(source, {
        ecmaVersion: "latest",
        sourceType,
        allowReturnOutsideFunction: sourceType === "script",
      });
      return true;
    } catch {
      return false;
    }
  };
  return !parses("script") && parses("module");
}
