import { elsewhere } from "./elsewhere.ts";

/**
 * The values of a function at many inputs, in their order; or those of as many functions, each at its own input. A test
 * that calls an answer thousands of times calls it so: where the course kit grades, answers run in another process, and
 * this asks once for all values.
 *
 * @param f a function, or a list of functions, as many as there are inputs
 * @param inputs a list of any kind; a typed array goes to an answer fastest
 * @param rest further arguments, the same in each call
 * @returns a value for each input
 * @throws {TypeError} if `f` is neither, or `inputs` cannot be gone through
 * @throws {RangeError} if there are more functions than inputs, or fewer
 * @throws whatever `f` throws
 * @see {@link valuesAtTuples} where more than the first argument differs; chapter 2
 * @example valuesAt((generation: number) => 100 * generation, [1, 2, 3]) // => [100, 200, 300]
 * @example valuesAt([Math.sqrt, Math.abs], [4, -3]) // => [2, 3]
 */
export function valuesAt<Input, Rest extends unknown[], Value>(
  f: ((input: Input, ...rest: Rest) => Value) | readonly ((input: Input, ...rest: Rest) => Value)[],
  inputs: Iterable<Input>,
  ...rest: Rest
): Value[] {
  const functions = typeof f === "function" ? [f] : f;
  for (const each of Array.isArray(functions) ? functions : [functions])
    if (typeof each !== "function")
      throw new TypeError(
        `Cannot ask for values: f must be a function or a list of them, got ${typeof each}`,
      );
  if (typeof (inputs as Partial<Iterable<Input>> | null)?.[Symbol.iterator] !== "function")
    throw new TypeError(`Cannot ask for values: inputs must be a list, got ${typeof inputs}`);
  const all =
    Array.isArray(inputs) || ArrayBuffer.isView(inputs) ? (inputs as readonly Input[]) : [...inputs];
  const isList = typeof f !== "function";
  if (isList && functions.length !== all.length)
    throw new RangeError(
      `Cannot ask for values: there must be a function for each of ${all.length} inputs, got ${functions.length}`,
    );
  const askAll = functions.map((each) => elsewhere<Value>(each));
  const [ask] = askAll;
  if (ask && askAll.every((each) => each !== undefined))
    return ask([all], rest, isList ? functions : undefined);
  return Array.from(all, (input, i) => (functions[isList ? i : 0] as (typeof functions)[0])!(input, ...rest));
}
