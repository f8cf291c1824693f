import type { CompileCell } from "../../../kernel/compile/compileCell.ts";
import type { PageModules } from "../../../kernel/page/pageModules.ts";
import type { SessionHost } from "../../../kernel/session/sessionHost.ts";

// biome-ignore lint/security/noGlobalEval: running code is what the host is for
const evaluateGlobally = globalThis.eval; // a cell may take it away

/** Runs cells where nobody looks on: what they import is at hand already, and charts are not drawn. */
export function bareHost(modules: PageModules, compile: CompileCell): SessionHost {
  return {
    compile,
    evaluate: (code, name) => evaluateGlobally(`${code}\n//# sourceURL=${name}`),
    async importModule(specifier) {
      const builtIn = process.getBuiltinModule(specifier) as Record<string, unknown> | undefined;
      return builtIn ? { ...builtIn, default: builtIn } : modules.import(specifier);
    },
    meta: { main: true },
    ambient: {},
    isOwnFrame: () => false,
  };
}
