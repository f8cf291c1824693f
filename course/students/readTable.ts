import { CsvError, parse } from "csv-parse/sync";
import { Refusal } from "../../kernel/refusal.ts";

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: Readonly<Record<string, string>> }[];
}

/**
 * Reads a table as spreadsheets and LMS write it: with commas, semicolons or tabs, a byte order mark, and any line ends,
 * mixed too. Every cell stays the text that it is: "007" is no number. Names of columns and cells are trimmed.
 *
 * @throws {Refusal} (exit code 2) if it is no such table
 */
export function readTable(csv: Uint8Array, file: string): Table {
  const text = new TextDecoder(csv[0] === 0xff && csv[1] === 0xfe ? "utf-16le" : "utf-8").decode(csv);
  const [first = ""] = text.split(/\r\n|\r|\n/, 1);
  const delimiter = [",", ";", "\t"].sort(
    (a, b) => first.split(b).length - first.split(a).length,
  )[0] as string;
  try {
    const records = parse(text, {
      delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      info: true,
    }) as unknown as { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
    const [head, ...rest] = records;
    const columns = head?.record ?? [];
    return {
      columns,
      rows: rest.map(({ record, info }) => ({
        line: info.lines,
        cells: Object.fromEntries(columns.map((column, place) => [column, record[place] ?? ""])),
      })),
    };
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new Refusal(`Cannot read ${file}: it must be a table of comma-separated values, ${cause.code}`, 2);
  }
}
