import { elsewhere } from "./elsewhere.ts";

/**
 * The values of a function of several arguments, at many of them: as {@link valuesAt}, where more than the first argument
 * differs from call to call.
 *
 * @param f a function
 * @param tuples the arguments of each call; all of them equally many
 * @returns a value for each tuple, in their order
 * @throws {TypeError} if `f` is no function, or `tuples` no list of lists
 * @throws {RangeError} if one tuple has more arguments than the first, or fewer
 * @throws whatever `f` throws
 * @see chapter 14
 * @example valuesAtTuples(Math.max, [[1, 2], [4, 3]]) // => [2, 4]
 */
export function valuesAtTuples<Tuple extends unknown[], Value>(
  f: (...tuple: Tuple) => Value,
  tuples: Iterable<Readonly<Tuple>>,
): Value[] {
  const refuse = (what: string, got: unknown) => `Cannot ask for values: ${what}, got ${got}`;
  if (typeof f !== "function") throw new TypeError(refuse("f must be a function", typeof f));
  if (typeof (tuples as Partial<Iterable<Tuple>> | null)?.[Symbol.iterator] !== "function")
    throw new TypeError(refuse("tuples must be a list", typeof tuples));
  const all = [...tuples];
  for (const tuple of all) {
    if (!Array.isArray(tuple)) throw new TypeError(refuse("each tuple must be a list", typeof tuple));
    if (tuple.length !== all[0]!.length)
      throw new RangeError(refuse(`each tuple must have ${all[0]!.length} arguments`, tuple.length));
  }
  const ask = elsewhere<Value>(f);
  if (!ask || !all[0]?.length) return all.map((tuple) => f(...tuple));
  const columns = Array.from(all[0]!, (_, place) => all.map((tuple) => tuple[place]));
  return ask(columns, []);
}
