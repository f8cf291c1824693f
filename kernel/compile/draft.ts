import type { Node, Program } from "acorn";
import type MagicString from "magic-string";
import type { Position } from "./position.ts";

/** What a pass works on: the tree, the text under edit, and the names for state and host. */
export interface Draft {
  readonly program: Program;
  readonly code: string;
  readonly edit: MagicString;
  /** Name of the state object: every top-level name is a property of it. */
  readonly state: string;
  /** Name of the object with the host's services. */
  readonly host: string;
  /** Where a node stands in the cell. */
  locate(node: Node): Position;
}
