import {
  Table as ArrowTable,
  Bool,
  Float64,
  Int32,
  type Table,
  tableToIPC,
  Utf8,
  vectorFromArray,
} from "apache-arrow";
import type { FlatRow } from "./rowsTable.ts";

/**
 * A table in Arrow's file format, for pandas, R, DuckDB and others.
 *
 * Every column has one type, chosen here: numbers are doubles (whole ones that fit are 32-bit), what is absent is null.
 * Left to itself, Arrow JS reads an absent number as NaN.
 *
 * @throws {TypeError} if a column holds values of two kinds
 */
export function arrowTable(rows: readonly FlatRow[]): Uint8Array {
  const names = Object.keys(rows[0] ?? {});
  const columns = names.map(
    (name) =>
      [
        name,
        columnOf(
          name,
          rows.map((row) => row[name] ?? null),
        ),
      ] as const,
  );
  return tableToIPC(new ArrowTable(Object.fromEntries(columns)) as Table, "file");
}

function columnOf(name: string, values: readonly (number | string | boolean | null)[]) {
  const kinds = new Set(values.filter((value) => value !== null).map((value) => typeof value));
  if (kinds.size > 1)
    throw new TypeError(
      `Cannot write column ${name}: its values must be of one kind, got ${[...kinds].join(" and ")}`,
    );
  const [kind] = kinds;
  if (kind === "string") return vectorFromArray(values, new Utf8());
  if (kind === "boolean") return vectorFromArray(values, new Bool());
  const isWhole = kind === "number" && values.every((value) => value === null || isInt32(value));
  return vectorFromArray(values, isWhole ? new Int32() : new Float64());
}

const isInt32 = (value: unknown): boolean =>
  typeof value === "number" && Number.isInteger(value) && Math.abs(value) < 2 ** 31 && !Object.is(value, -0);
