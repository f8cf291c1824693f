import type { MimeBundle } from "../notebook/notebook.ts";
import { shownRows, showTable, type Table } from "./showTable.ts";

type Row = Readonly<Record<string, unknown>>;

/** Rows beyond these are taken to be like the others. */
const looked = 1000;

/** Shows arrays and sets of plain objects, and maps, as tables. What has too little in common stays as it is. */
export function renderRecords(value: unknown): MimeBundle | undefined {
  if (Array.isArray(value)) return ofRecords(value);
  if (value instanceof Set) return ofRecords([...value]);
  return value instanceof Map && value.size > 0 ? ofMap([...value.keys()], [...value.values()]) : undefined;
}

function ofRecords(rows: readonly unknown[]): MimeBundle | undefined {
  const columns = columnsOf(rows);
  if (!columns) return undefined;
  const [name, ...others] = columns;
  // Rows that their first column names need no numbers. Where rows are left out, numbers say which.
  const names = rows.map((row) => (row as Row)[name!]);
  const isNamed = shownRows(rows.length).length === rows.length && others.length > 0 && areNames(names);
  return isNamed
    ? showTable({ ...table(rows, others), corner: name!, label: (row) => names[row] })
    : showTable({ ...table(rows, columns), label: (row) => row });
}

/** A map of records has their columns, any other one column of values. Its text says Map as ever. */
function ofMap(keys: readonly unknown[], values: readonly unknown[]): MimeBundle {
  const columns = columnsOf(values);
  const cells = columns ? table(values, columns) : { columns: ["value"], cell: (row: number) => values[row] };
  const { "text/html": html } = showTable({
    ...cells,
    height: keys.length,
    corner: "key",
    label: (row) => keys[row],
  });
  return { "text/html": html };
}

const table = (rows: readonly unknown[], columns: readonly string[]): Omit<Table, "label"> => ({
  columns,
  height: rows.length,
  cell: (row, column) => (rows[row] as Row)[columns[column]!],
});

/** The keys of all rows in the order of their first use; undefined if these are no rows of one table. */
function columnsOf(rows: readonly unknown[]): string[] | undefined {
  const some = rows.length <= looked ? [...rows] : [...rows.slice(0, looked), ...rows.slice(-looked)];
  if (some.length === 0 || !some.every(isRecord)) return undefined;
  const columns = [...new Set(some.flatMap((row) => Object.keys(row)))];
  const filled = some.reduce((sum, row) => sum + Object.keys(row).length, 0);
  const isDense = filled * 2 > columns.length * some.length;
  const hasValues = columns.some((column) => some.every((row) => isSimple(row[column])));
  return isDense && hasValues ? columns : undefined;
}

/** A plain object that holds its values, and has no way of its own to be shown. */
function isRecord(value: unknown): value is Row {
  if (typeof value !== "object" || value === null || Object.getOwnPropertySymbols(value).length > 0)
    return false;
  const parent: unknown = Object.getPrototypeOf(value);
  if (parent !== null && Object.getPrototypeOf(parent) !== null) return false; // of a class
  return Object.values(Object.getOwnPropertyDescriptors(value)).every((property) => "value" in property);
}

const isSimple = (value: unknown): boolean =>
  value === null || value instanceof Date || !/object|function/.test(typeof value);

/** Texts, each once, or whole numbers that rise, such as years. */
const areNames = (values: readonly unknown[]): boolean =>
  values.every((value) => typeof value === "string" && value.length <= 40)
    ? new Set(values).size === values.length
    : values.every(
        (value, i) => Number.isInteger(value) && (i === 0 || Number(value) > Number(values[i - 1])),
      );
