/** A function that stands elsewhere, as an answer does that is being graded, takes all inputs at one go under this name. */
const atOnce: unique symbol = Symbol.for("generation-loss.valuesAt") as never;

/**
 * The values of a function at many inputs, in their order. A test that calls an answer a hundred thousand times calls it
 * so: where the course kit grades, answers run in another process, and this asks once for all values.
 *
 * @param f takes one input
 * @param inputs a list of any kind; a typed array goes to an answer fastest
 * @returns a value for each input
 * @throws {TypeError} if `f` is not a function, or `inputs` cannot be gone through
 * @throws whatever `f` throws
 * @see chapter 2
 * @example valuesAt((generation: number) => 100 * generation, [1, 2, 3]) // => [100, 200, 300]
 */
export function valuesAt<Input, Value>(f: (input: Input) => Value, inputs: Iterable<Input>): Value[] {
  if (typeof f !== "function")
    throw new TypeError(`Cannot ask for values: f must be a function, got ${typeof f}`);
  if (typeof (inputs as Partial<Iterable<Input>> | null)?.[Symbol.iterator] !== "function")
    throw new TypeError(`Cannot ask for values: inputs must be a list, got ${typeof inputs}`);
  const elsewhere = (f as { [atOnce]?: (inputs: Iterable<Input>) => Value[] })[atOnce];
  if (elsewhere) return elsewhere(Array.isArray(inputs) || ArrayBuffer.isView(inputs) ? inputs : [...inputs]);
  return Array.from(inputs, (input) => f(input));
}
