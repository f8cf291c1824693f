import type { Family } from "../../models/model.ts";

/**
 * Options that have a family: what the types of a loop are inferred from. It stands beside the whole options in a
 * signature, since TypeScript infers nothing from an object that both lacks a name and has one too many: `run` for `runs`
 * would make everything else unknown, and each use of it a second, false error.
 */
export interface WithFamily<Item, Parameters, Batch extends ArrayLike<Item>> {
  family: Family<Item, Parameters, Batch>;
}
