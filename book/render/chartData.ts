import type { Spec } from "./drawChart.ts";

type Row = Readonly<Record<string, unknown>>;

/** The rows behind a chart, with the columns in the order of their first appearance. */
export interface ChartData {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/**
 * Collects the data of a Vega-Lite specification: inline values, named datasets, and those of its layers,
 * panels and repeats. The same list used twice counts once.
 */
export function chartData(spec: Spec): ChartData {
  const datasets = (spec.datasets ?? {}) as Record<string, unknown>;
  const tables: Row[][] = [];
  const seen = new Set<string>();

  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (typeof node !== "object" || node === null || Array.isArray(node)) return;
    const { data, layer, hconcat, vconcat, concat, spec: inner } = node as Spec;
    const { values, name } = (data ?? {}) as { values?: unknown; name?: string };
    const list = values ?? (name === undefined ? undefined : datasets[name]);
    if (Array.isArray(list) && list.length > 0) {
      const key = JSON.stringify(list);
      if (!seen.has(key))
        tables.push(list.map((row) => (typeof row === "object" && row !== null ? row : { value: row })));
      seen.add(key);
    }
    [layer, hconcat, vconcat, concat, inner].forEach(visit);
  };
  visit(spec);

  const rows = tables.flat();
  // A picture inside the data is no number and no word.
  const isPicture = (value: unknown): boolean => typeof value === "string" && value.startsWith("data:");
  const keys = (row: Row): string[] => Object.keys(row).filter((key) => !isPicture(row[key]));
  const names = [...new Set(rows.flatMap(keys))];
  // Objects list keys such as "174" first, wherever they were written; what the rows are about comes before them.
  const columns = [...names.filter((name) => !isIndex(name)), ...names.filter(isIndex)];
  return { columns, rows };
}

const isIndex = (name: string): boolean => /^\d+$/.test(name);

/** The rows of one setting, without the columns that say which. */
export function rowsAt({ columns, rows }: ChartData, setting: Readonly<Record<string, unknown>>): ChartData {
  const isOther = (name: string): boolean => !(name in setting);
  return {
    columns: columns.filter(isOther),
    rows: rows.filter((row) =>
      Object.entries(setting).every(([name, value]) => (row[name] ?? value) === value),
    ),
  };
}

/** The rows as RFC 4180 text, every digit kept. */
export function csvOf({ columns, rows }: ChartData): string {
  const field = (value: unknown): string => {
    const text = value === undefined || value === null ? "" : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${[columns, ...rows.map((row) => columns.map((column) => row[column]))]
    .map((cells) => cells.map(field).join(","))
    .join("\r\n")}\r\n`;
}
