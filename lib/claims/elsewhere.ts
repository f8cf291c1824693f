/** A function that stands elsewhere, as an answer does that is being graded, is asked for many values under this name. */
const atOnce: unique symbol = Symbol.for("generation-loss.valuesAt") as never;

/**
 * Gives the value of each call, in their order.
 *
 * @param columns the first arguments of all calls, then the second ones, …
 * @param rest what comes after them, the same in each call
 * @param functions where each call has its own
 */
export type AtOnce<Value> = (
  columns: readonly ArrayLike<unknown>[],
  rest: readonly unknown[],
  functions?: unknown,
) => Value[];

/** What answers many calls of a function at one go, if it stands elsewhere. */
export const elsewhere = <Value>(f: unknown): AtOnce<Value> | undefined =>
  (f as { readonly [atOnce]?: AtOnce<Value> })[atOnce];
