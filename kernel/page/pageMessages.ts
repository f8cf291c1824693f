/** What a page and its worker tell each other, over a port that no cell can reach. */
import type { PortableCell } from "../compile/portableCell.ts";
import type { SliceCell, SliceOf } from "../compile/slice.ts";
import type { CellOutput } from "../session/cellOutput.ts";
import type { FailedOutcome } from "../session/cellRuns.ts";
import type { CellOutcome } from "../session/session.ts";
import type { ImportsTable } from "./importsTable.ts";

/** The first message, to the worker itself: what it is given once, the port among it. */
export interface Opening {
  readonly port: MessagePort;
  readonly table: ImportsTable;
  /** Names of the files that cells' libraries may fetch. */
  readonly files: readonly string[];
  /** Element 0 asks the running cell to stop; only a page that is isolated can share it. */
  readonly stop?: SharedArrayBuffer;
}

/** From the page to the worker. */
export type ToWorker =
  | {
      readonly type: "run";
      readonly run: number;
      readonly id: string;
      readonly source: string;
      /** By the build, as after all cells above it. */
      readonly compiled?: PortableCell;
      /** Of its steered figures nobody wants all settings. */
      readonly isLive?: boolean;
    }
  /** Asks which cells some cells need, or a change of theirs reaches. */
  | {
      readonly type: "slice";
      readonly ask: number;
      readonly cells: readonly SliceCell[];
      readonly of: SliceOf;
    }
  /** Asks for the figure of a cell as a reader wishes it. */
  | { readonly type: "draw"; readonly ask: number; readonly id: string; readonly wish: readonly unknown[] }
  /** A reader has moved a control; answered once whoever listens has heard it. */
  | { readonly type: "move"; readonly ask: number; readonly control: string; readonly value: unknown }
  /** The running cell is to stop, or has just been asked to by shared memory. */
  | { readonly type: "stop"; readonly run: number }
  /** What the worker asked for; a reason where it cannot be had. */
  | { readonly type: "given"; readonly need: number; readonly parts: readonly (string | Uint8Array)[] }
  | { readonly type: "refused"; readonly need: number; readonly why: string };

/** From the worker to the page, in order. */
export type FromWorker =
  | { readonly type: "ready" }
  | { readonly type: "output"; readonly id: string; readonly output: CellOutput }
  | { readonly type: "done"; readonly run: number; readonly outcome: CellOutcome }
  /** What the page has asked for: cells, a drawing. */
  | { readonly type: "answered"; readonly ask: number; readonly answer: unknown }
  | { readonly type: "unanswered"; readonly ask: number; readonly why: string }
  /** Something that a cell had started failed after the cell's end. */
  | { readonly type: "late-failure"; readonly id: string; readonly outcome: FailedOutcome }
  /** What a library says that it computes by, where there is a choice. */
  | { readonly type: "computes"; readonly by: string }
  /** Sources of modules, or bytes of files, by name. */
  | {
      readonly type: "need";
      readonly need: number;
      readonly kind: "modules" | "files";
      readonly names: readonly string[];
    };
