import { DataFrame } from "#dataFrame";

/** A column of a table: one value per row. */
export type Column = ArrayLike<number | string | boolean | null>;

/** Numbers by generation and run, `readings.variance[generation][run]`, as `manyLoops` gives them. */
export type Readings = Readonly<Record<string, readonly ArrayLike<number>[]>>;

/**
 * Results as a danfojs data frame: to sort, group, join, describe or save them, and to see them as a table.
 *
 * - columns `{ name: values }` become the frame's columns;
 * - readings of `manyLoops` become one row per generation and run: columns `generation`, `run`, then each reading;
 * - records `[{ name: value }]` become its rows.
 *
 * danfojs 1.2 answers some questions otherwise than one would guess:
 *
 * | call | gives |
 * |---|---|
 * | `frame.mean()`, `sum()`, `std()` … | one number per row; per column with `{ axis: 0 }` |
 * | `frame.describe()` of a column with NaN | NaN for mean, std and median; `column.mean()` leaves NaN out |
 * | `groupby(…).mean()` of a group with NaN | NaN; `count()` counts it |
 * | `groupby` by two columns | keys joined by "-": the groups x-y, z and x, y-z are one |
 * | `column.sortValues()` of texts | from last to first; `frame.sortValues("name")` is right |
 * | `frame.sample(n)` | the same rows at every call; others with `{ seed }` |
 * | `std()` of one value | 0 |
 *
 * @param results columns, readings, or records
 * @returns a danfojs `DataFrame` with an index 0, 1, …
 * @throws {RangeError} if there is nothing to show, or columns, generations or records differ in length or names
 * @throws {TypeError} if results are none of the three: arrays of arrays or of numbers have no names
 * @see Odegua, Oni, danfojs, https://danfo.jsdata.org
 * @example toFrame({ word: ["whale", "sea"], count: [1226, 455] }).shape // => [2, 2]
 * @example toFrame({ sd: [[1, 1], [0.9, 1.2]] }).columns // => ["generation", "run", "sd"]
 */
export function toFrame(
  results: Readonly<Record<string, Column>> | Readings | readonly Readonly<Record<string, unknown>>[],
): InstanceType<typeof DataFrame> {
  if (Array.isArray(results)) return new DataFrame(recordRows(results));
  if (typeof results !== "object" || results === null || Symbol.iterator in results)
    throw new TypeError(
      `Cannot make a frame: results must be columns, readings or records, got ${said(results)}`,
    );
  const entries = Object.entries(results as Readonly<Record<string, Column>> | Readings);
  if (entries.length === 0)
    throw new RangeError("Cannot make a frame: results must hold at least 1 column, got 0");
  const areReadings = entries.every(([, values]) => values.length > 0 && isList(values[0]));
  const columns = areReadings
    ? longColumns(entries as [string, readonly ArrayLike<number>[]][])
    : plainColumns(entries);
  return new DataFrame(columns);
}

function plainColumns(entries: readonly [string, ArrayLike<unknown>][]): Record<string, unknown[]> {
  const [[firstName, first]] = entries as [[string, ArrayLike<unknown>]];
  for (const [name, values] of entries) {
    if (!isList(values))
      throw new TypeError(
        `Cannot make a frame: results.${name} must be a list of values, got ${String(values)}`,
      );
    const list = Array.from(values).findIndex(isList);
    if (list >= 0)
      throw new TypeError(
        `Cannot make a frame: results.${name}[${list}] must be one value, or all columns readings, got a list`,
      );
    if (values.length !== first.length) {
      throw new RangeError(
        `Cannot make a frame: results.${name} must hold ${first.length} values as ${firstName} does, got ${values.length}`,
      );
    }
  }
  if (first.length === 0)
    throw new RangeError(`Cannot make a frame: results.${firstName} must hold at least 1 value, got 0`);
  return Object.fromEntries(entries.map(([name, values]) => [name, Array.from(values)]));
}

/** One row per generation and run. */
function longColumns(entries: readonly [string, readonly ArrayLike<number>[]][]): Record<string, unknown[]> {
  const [[firstName, first]] = entries as [[string, readonly ArrayLike<number>[]]];
  const runs = first[0]!.length;
  if (runs === 0)
    throw new RangeError(`Cannot make a frame: results.${firstName}[0] must hold at least 1 run, got 0`);
  for (const [name, byGeneration] of entries) {
    for (const [generation, values] of byGeneration.entries()) {
      const place = `results.${name}[${generation}]`;
      if (!isList(values))
        throw new TypeError(`Cannot make a frame: ${place} must be a list of runs, got ${said(values)}`);
      if (values.length !== runs && name === firstName)
        throw new RangeError(
          `Cannot make a frame: ${place} must hold ${runs} runs as ${firstName}[0] does, got ${values.length}`,
        );
    }
    const shape = byGeneration.map((values) => values.length);
    const wanted = first.map((values) => values.length);
    if (String(shape) !== String(wanted)) {
      throw new RangeError(
        `Cannot make a frame: results.${name} must have the generations and runs of ${firstName}, got ${shape.length} generations`,
      );
    }
  }
  const each = <Value>(value: (generation: number, run: number) => Value): Value[] =>
    first.flatMap((values, generation) =>
      Array.from({ length: values.length }, (_, run) => value(generation, run)),
    );
  return {
    generation: each((generation) => generation),
    run: each((_, run) => run),
    ...Object.fromEntries(
      entries.map(([name, values]) => [name, each((generation, run) => values[generation]![run]!)]),
    ),
  };
}

function recordRows(records: readonly Readonly<Record<string, unknown>>[]): Record<string, unknown>[] {
  if (records.length === 0)
    throw new RangeError("Cannot make a frame: results must hold at least 1 record, got 0");
  records.forEach((record, i) => {
    if (typeof record !== "object" || record === null || Symbol.iterator in record)
      throw new TypeError(
        `Cannot make a frame: results[${i}] must be a record of names and values, got ${said(record)}`,
      );
  });
  const names = String(Object.keys(records[0]!));
  if (names === "") throw new RangeError("Cannot make a frame: results[0] must have at least 1 name, got 0");
  records.forEach((record, i) => {
    if (String(Object.keys(record)) !== names)
      throw new RangeError(
        `Cannot make a frame: results[${i}] must have the names ${names}, got ${Object.keys(record)}`,
      );
  });
  return records.map((record) => ({ ...record }));
}

const said = (value: unknown): string => {
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" && value !== null ? value.constructor.name : String(value);
};

const isList = (value: unknown): value is ArrayLike<unknown> =>
  typeof value === "object" && value !== null && typeof (value as { length?: unknown }).length === "number";
