import type { MimeBundle } from "../notebook/notebook.ts";
import { showTable } from "./showTable.ts";

interface Values {
  get(index: number): unknown;
}

/** What a table of Apache Arrow has, or a part of one, seen without loading Arrow. */
interface ArrowTable {
  readonly schema: { readonly fields: readonly { readonly name: string }[] };
  readonly numRows?: number;
  getChildAt?(column: number): Values | null;
  toArray(): ArrayLike<Readonly<Record<string, unknown>>>;
}

interface ArrowVector extends Values {
  readonly type: unknown;
  readonly length: number;
}

/** Shows what has a schema and rows, as tables of Apache Arrow do, as a table; a column of one too. */
export function renderArrow(value: unknown): MimeBundle | undefined {
  if (isTable(value)) return ofTable(value);
  if (!isVector(value)) return undefined;
  const column = String(value.type);
  if (value.length === 0) return { "text/plain": `an empty column (${column})` };
  return showTable({
    columns: [column],
    height: value.length,
    label: (row) => row,
    cell: (row) => value.get(row),
  });
}

function ofTable(table: ArrowTable): MimeBundle {
  const columns = table.schema.fields.map(({ name }) => String(name));
  // By columns where they can be had: only what is shown is read then.
  const children = columns.map((_, column) => table.getChildAt?.(column));
  const isWhole = children.every((child) => typeof child?.get === "function");
  const rows = isWhole && table.numRows !== undefined ? undefined : Array.from(table.toArray());
  const height = rows?.length ?? table.numRows ?? 0;
  if (height === 0) return { "text/plain": `an empty table (columns: ${columns.join(", ")})` };
  return showTable({
    columns,
    height,
    label: (row) => row,
    cell: (row, column) => (rows ? rows[row]?.[columns[column]!] : children[column]?.get(row)),
  });
}

function isTable(value: unknown): value is ArrowTable {
  if (typeof value !== "object" || value === null || !("schema" in value)) return false;
  const { schema, toArray } = value as { schema: unknown; toArray?: unknown };
  if (typeof toArray !== "function" || typeof schema !== "object" || schema === null) return false;
  const { fields } = schema as { fields?: unknown };
  return Array.isArray(fields) && fields.every((field) => typeof field?.name === "string");
}

function isVector(value: unknown): value is ArrowVector {
  if (typeof value !== "object" || value === null || !("type" in value) || Array.isArray(value)) return false;
  const { type, length, get, toArray } = value as Partial<
    Record<"type" | "length" | "get" | "toArray", unknown>
  >;
  const isTyped = typeof type === "object" && type !== null && "typeId" in type;
  return isTyped && typeof length === "number" && typeof get === "function" && typeof toArray === "function";
}
