import { inspect } from "node-inspect-extracted";

type Row = ReadonlyMap<string, unknown>;
const indexColumn = "(index)";
const iterationColumn = "(iteration index)";
const valuesColumn = "Values";

/** What `console.table` writes of a value in Node; undefined of a value that makes no table. */
export function consoleTable(value: unknown, columns?: readonly string[]): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const isIterated = value instanceof Map || value instanceof Set;
  const entries: [unknown, unknown][] = isIterated
    ? [...value.entries()].map(([key, item], place) => [place, value instanceof Map ? [key, item] : item])
    : Object.entries(value);
  const rows = entries.map(([key, item]): Row => {
    const cells = new Map<string, unknown>([[isIterated ? iterationColumn : indexColumn, key]]);
    if (value instanceof Map) {
      const [name, held] = item as [unknown, unknown];
      return cells.set("Key", name).set(valuesColumn, held);
    }
    if (typeof item !== "object" || item === null) return cells.set(valuesColumn, item);
    for (const [name, held] of Object.entries(item))
      if (!columns || columns.includes(name)) cells.set(name, held);
    return cells;
  });
  const first = isIterated ? [iterationColumn] : [indexColumn];
  const named =
    columns ??
    [...new Set(rows.flatMap((row) => [...row.keys()]))].filter(
      (name) => !first.includes(name) && name !== valuesColumn,
    );
  const hasValues = rows.some((row) => row.has(valuesColumn));
  const heads = [...first, ...named, ...(hasValues ? [valuesColumn] : [])];
  const texts = rows.map((row) =>
    heads.map((head, place) =>
      !row.has(head) ? "" : place === 0 ? String(row.get(head)) : shown(row.get(head)),
    ),
  );
  return drawn(heads, texts);
}

const shown = (value: unknown): string =>
  inspect(value, {
    maxArrayLength: 3,
    breakLength: Number.POSITIVE_INFINITY,
    depth: typeof value === "object" ? 0 : 2,
  });

function drawn(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map(
    (head, place) => Math.max(head.length, ...rows.map((row) => row[place]!.length)) + 2,
  );
  const rule = (left: string, middle: string, right: string): string =>
    left + widths.map((width) => "─".repeat(width)).join(middle) + right;
  const line = (cells: readonly string[]): string =>
    `│${cells.map((cell, place) => ` ${cell}`.padEnd(widths[place]!)).join("│")}│`;
  return [rule("┌", "┬", "┐"), line(heads), rule("├", "┼", "┤"), ...rows.map(line), rule("└", "┴", "┘")].join(
    "\n",
  );
}
