import type { laws } from "../../../lib/index.ts";

type Laws = typeof laws;

/**
 * For a law the calls that its contract is tested on: first an ordinary one, whose arguments are then spoilt one by one,
 * then the corners of the range in which the law is promised to be finite.
 */
export type LawCalls = { readonly [Name in keyof Laws]?: readonly Parameters<Laws[Name]>[] };
