/** What the thread that runs cells and the thread that talks to Jupyter tell each other. */
import type { CellOutcome } from "../../session/session.ts";
import type { Content } from "./message.ts";

/** From the protocol thread to the thread of the cells. `ticket` stands for the request that is answered. */
export type ToCells =
  | {
      readonly type: "execute";
      readonly ticket: number;
      readonly cellId: string;
      readonly source: string;
      readonly userExpressions: Readonly<Record<string, string>>;
      readonly allowStdin: boolean;
    }
  | { readonly type: "input"; readonly text: string }
  | {
      readonly type: "comm";
      readonly ticket: number;
      readonly kind: "comm_open" | "comm_msg" | "comm_close";
      readonly content: Content;
      readonly metadata: Content;
      readonly buffers: readonly Uint8Array[];
    }
  /** What runs for this request is to stop; if it never began, that is to be said. */
  | { readonly type: "cut"; readonly ticket: number }
  /** SIGINT has come while nothing ran: whoever in a cell listens for it is to hear. */
  | { readonly type: "sigint" }
  /** Nobody has asked for anything in minutes: memory may be given back. */
  | { readonly type: "rest" }
  | { readonly type: "shutdown" };

/** From the thread of the cells to the protocol thread; text that cells write goes through a TextRing. */
export type ToProtocol = (
  | { readonly type: "ready" }
  /** There is text to read. */
  | { readonly type: "text" }
  /** Something may have been written to a file descriptor. */
  | { readonly type: "written"; readonly ticket: number }
  /** Someone has sent SIGINT, and the protocol thread could not see it. */
  | { readonly type: "interrupt" }
  /** A cell ends the process, and waits for `shared.mayExit`. */
  | { readonly type: "exit"; readonly ticket: number; readonly call: string }
  | {
      readonly type: "publish";
      readonly ticket: number;
      readonly messageType: string;
      readonly content: Content;
      readonly metadata?: Content;
      readonly buffers?: readonly Uint8Array[];
    }
  | {
      readonly type: "done";
      readonly ticket: number;
      readonly outcome: CellOutcome;
      readonly userExpressions: Content;
      /** The cell was a wish to leave: a console ends. */
      readonly leaves?: boolean;
    }
  | { readonly type: "comm-done"; readonly ticket: number }
  | {
      readonly type: "input-request";
      readonly ticket: number;
      readonly prompt: string;
      readonly password: boolean;
    }
) & {
  /** Position in the text that comes before this message. */
  readonly after?: number;
  /** Which message this is, from 1: every one but "text" counts. */
  readonly number?: number;
};

/** Fields of the shared memory between the threads, as indices of an Int32Array. */
export const shared = {
  /** 1 asks the running cell to stop. */
  interrupt: 0,
  /** 1 while timers have their turn: there, cutting JavaScript off would end the process. */
  inTimer: 1,
  /** 1 once everything said has left, and a cell's process.exit() may take its course. */
  mayExit: 2,
  /** How many messages have been sent to the protocol thread, and the last that it has taken. */
  sent: 3,
  taken: 4,
  length: 8,
} as const;
