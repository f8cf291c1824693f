import type { CompileCell } from "../compile/compileCell.ts";
import type { Position } from "../compile/position.ts";
import type { LoadTypeScript } from "../compile/stripTypes.ts";
import type { CellGlobals, GlobalsHost } from "./cellGlobals.ts";
import type { StopSwitch } from "./interruption.ts";
import type { OutputQueue } from "./outputQueue.ts";

export type PlaceInSource = (location: string, line: number, column: number) => Position;

/** What a session needs from where it runs: Node, a worker, a page. */
export interface SessionHost extends GlobalsHost {
  /** Turns a cell into JavaScript. */
  readonly compile: CompileCell;
  /** Makes a compiled cell callable. `name` is what stack traces call it. */
  evaluate(
    code: string,
    name: string,
  ): (state: object, services: object) => Promise<{ value: unknown } | undefined>;
  /** Imports a module as from the notebook's folder. */
  importModule(
    specifier: string,
    attributes?: Readonly<Record<string, string>>,
  ): Promise<Record<string, unknown>>;
  /** What cells see as `import.meta`. */
  readonly meta: object;
  /** Names that only cells of this host find without declaring them, such as `require`. */
  readonly ambient: Readonly<Record<string, unknown>>;
  readonly loadTypeScript?: LoadTypeScript;
  /** True for a stack frame of the host's own code, which no reader wants to see. */
  isOwnFrame?(location: string): boolean;
  /** Where a place in code that the host compiled stands in its file, by lines and columns from 1. */
  placeInSource?: PlaceInSource;
  /** Makes cells stoppable; without it they run to their end. */
  readonly stopSwitch?: StopSwitch;
  /** Told, as the session begins, what its cells can call. */
  provide?(globals: CellGlobals): void;
  /** Where the running code's outputs belong, for a host that can tell a timer's cell from the newest. */
  outputs?(): OutputQueue | undefined;
  /** Told as the session ends. */
  close?(): void;
}
