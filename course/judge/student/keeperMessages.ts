import type { LaunchRequest, Level } from "../../sandbox/sandbox.ts";

/** What a judge tells the thread that keeps a student's process. */
export type ToKeeper =
  | {
      readonly do: "start";
      readonly number: number;
      readonly request: LaunchRequest;
    }
  | { readonly do: "write"; readonly number: number; readonly line: string }
  | { readonly do: "kill"; readonly number: number };

/** What the thread tells the judge. */
export type FromKeeper =
  | { readonly say: "ready"; readonly level: Level }
  | { readonly say: "refused"; readonly words: string }
  | { readonly say: "line"; readonly number: number; readonly line: string }
  | { readonly say: "ended"; readonly number: number; readonly end: ProcessEnd };

/** How a student's process ended. */
export interface ProcessEnd {
  readonly why: "exit" | "crash" | "memory" | "cpu" | "sandbox" | "too-long";
  readonly words: string;
}

/** A reply may not be longer, in characters: whoever reads it holds it. */
export const longestReply: number = 64 * 2 ** 20;
