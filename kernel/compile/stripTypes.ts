import remapping from "@jridgewell/remapping";
import { Parser, type Program } from "acorn";
import type MagicString from "magic-string";
import { type Options, transform } from "sucrase";
import type * as TypeScript from "typescript";
import { CellSyntaxError } from "./cellSyntaxError.ts";
import { fenceTypes } from "./fenceTypes.ts";
import { lowerWithTypeScript } from "./lowerWithTypeScript.ts";
import { refuseBodilessMethod } from "./refuseBodilessMethod.ts";

/** A cell without its types: JavaScript, its tree, and the way back to the lines that were typed. */
export interface Stripped {
  readonly code: string;
  readonly program: Program;
  /** Source map (version 3) from `code` to the cell: made when asked for, as most cells have no error. */
  map(): StripMap;
}

export interface StripMap {
  readonly version: 3;
  readonly sources: string[];
  readonly names: string[];
  readonly mappings: string;
  readonly file?: string;
}

/** `import defer * as x` and `import source x from`, which engines do not know yet. */
const importPhase = /^[ \t]*import[ \t]+(defer(?=[ \t]*\*)|source(?=[ \t]+(?!from\b)[\p{ID_Start}$_]))/mu;

/** Gives the TypeScript compiler when a cell needs it; undefined where there is none. */
export type LoadTypeScript = () => typeof TypeScript | undefined;

const file = "cell.ts";
/** Sucrase drops a namespace without a word. */
const namespaceDeclaration = /(?:^|[;{}])\s*(?:export\s+)?(?:namespace|module)\s+[\w.$]+\s*\{/m;

/**
 * Pass 1: removes types and lowers what only TypeScript has (enums, parameter properties).
 *
 * Sucrase does this 10 times faster than TypeScript and fits in a page. It has gaps (decorators, namespaces,
 * a few arrow functions inside `?:`) and terse messages, so a cell it cannot do goes to TypeScript itself.
 *
 * @throws {CellSyntaxError} with TypeScript's message where there is one
 */
export function stripTypes(source: string, loadTypeScript: LoadTypeScript): Stripped {
  let failure: unknown;
  if (!namespaceDeclaration.test(source)) {
    try {
      return withSucrase(source);
    } catch (error) {
      if (error instanceof CellSyntaxError) throw error; // the full compiler says less of it
      failure = error;
    }
  }
  const ts = loadTypeScript();
  if (!ts) throw asSyntaxError(failure ?? new CellSyntaxError("Namespaces need the full compiler", 1, 1));
  // What engines do not know yet (decorators, `accessor`) has to be lowered, and then so is what they know.
  for (const target of [ts.ScriptTarget.ESNext, ts.ScriptTarget.ES2022]) {
    const lowered = lowerWithTypeScript(source, ts, target);
    try {
      return { ...lowered, program: parseModule(lowered.code) };
    } catch (error) {
      failure ??= error;
    }
  }
  const phase = importPhase.exec(source);
  if (phase) {
    const line = source.slice(0, phase.index).split("\n").length;
    const instead = "use import, or await import() where the module is first needed";
    throw new CellSyntaxError(`"import ${phase[1]}" is not supported in a cell: ${instead}`, line, 1);
  }
  // Well-formed for TypeScript, not for JavaScript: a name declared twice, a stray `return`. Sucrase keeps
  // lines, so its failure points at the right one.
  throw asSyntaxError(failure);
}

function withSucrase(source: string): Stripped {
  let fenced: MagicString | undefined;
  try {
    fenced = fenceTypes(source);
  } catch (error) {
    erase(source); // where the text itself is at fault, this says where
    throw error;
  }
  if (!fenced) return erase(source);
  let erased: Stripped;
  try {
    erased = erase(fenced.toString());
  } catch (error) {
    erase(source); // so that the place counts characters as typed
    throw error;
  }
  const marked = fenced;
  const map = (): StripMap => {
    const toSource = { ...marked.generateMap({ source: file, hires: "boundary" }), version: 3 };
    return remapping([erased.map() as never, toSource as never], () => null) as unknown as StripMap;
  };
  return { ...erased, map };
}

const erasing: Options = {
  transforms: ["typescript"],
  disableESTransforms: true,
  keepUnusedImports: true, // a later cell may use what this one imports
  preserveDynamicImport: true,
  filePath: file,
};

function erase(source: string): Stripped {
  const { code } = transform(source, erasing);
  const program = parseModule(code);
  const map = (): StripMap => {
    const { sourceMap } = transform(source, { ...erasing, sourceMapOptions: { compiledFilename: file } });
    return sourceMap as StripMap;
  };
  refuseBodilessMethod(program, map, source);
  return { code, program, map };
}

/** Later cells see a cell's names anyway, so that it may also "export" those of earlier ones. */
const CellParser = Parser.extend(
  (Base) =>
    class extends Base {
      checkLocalExport(): void {}
    } as typeof Parser,
);

function parseModule(code: string): Program {
  return CellParser.parse(code, {
    ecmaVersion: "latest",
    sourceType: "module",
    ranges: true,
    locations: true,
  });
}

function asSyntaxError(error: unknown): CellSyntaxError {
  if (error instanceof CellSyntaxError) return error;
  const { message, loc } = error as Error & { loc?: { line: number; column: number } };
  const plain = message.replace(/^Error transforming cell\.ts: /, "").replace(/ \(\d+:\d+\)$/, "");
  return new CellSyntaxError(plain, loc?.line ?? 1, (loc?.column ?? 0) + 1);
}
