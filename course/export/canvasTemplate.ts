import { parse } from "csv-parse/sync";
import { Refusal } from "../../kernel/refusal.ts";

/** A cell of somebody else's table: what it says, and its bytes. */
export interface TemplateCell {
  readonly value: string;
  readonly raw: string;
}

/** A gradebook as Canvas exported it. */
export interface CanvasTemplate {
  readonly mark: string;
  readonly delimiter: "," | ";";
  readonly lineEnd: string;
  readonly rows: readonly (readonly TemplateCell[])[];
  readonly header: readonly string[];
  /** Where the row with the points possible is; undefined if it was taken out. */
  readonly pointsRow: number | undefined;
  /** Where the rows of students are. */
  readonly studentRows: readonly number[];
  /** Whether numbers have a comma before their decimals. */
  readonly hasDecimalComma: boolean;
}

const purpose = "fill Canvas' gradebook";

/**
 * Reads a gradebook that an instructor exported from Canvas, with each cell's own bytes, so that what is not filled stays
 * as it is.
 *
 * Sources: canvas-lms `lib/gradebook_exporter.rb` and `lib/gradebook_importer.rb` (read 2026-11). The importer wants
 * "Student" first and "ID" second, or "LastName", "FirstName", "ID"; takes `;` or `,` between cells; skips the row that
 * begins with "Points Possible" and rows that say nothing but "Muted" or "Manual Posting". The exporter may put a byte
 * order mark, semicolons and decimal commas, as the user's language has them.
 *
 * @throws {Refusal} (exit code 2) if it is no such file
 */
export function canvasTemplate(bytes: Uint8Array): CanvasTemplate {
  const text = decoded(bytes);
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const body = text.slice(mark.length);
  for (const delimiter of [",", ";"] as const) {
    const rows = tableOf(body, delimiter);
    const [head = []] = rows;
    const header = head.map(({ value }) => value);
    if (!isHeader(header)) continue;
    const uneven = rows.findIndex((row) => row.length !== head.length);
    if (uneven >= 0)
      return refuse(
        `each row must have ${head.length} cells as the first has, got ${rows[uneven]?.length} in row ${uneven + 1}`,
      );
    const places = rows.map((_, place) => place).slice(1);
    const pointsRow = places.find((place) => rows[place]?.[0]?.value.includes("Points Possible"));
    return {
      mark,
      delimiter,
      lineEnd: /\r\n|\n|\r/.exec(body)?.[0] ?? "\r\n",
      rows,
      header,
      pointsRow,
      studentRows: places.filter((place) => place !== pointsRow && !isRemark(rows[place] ?? [])),
      hasDecimalComma:
        delimiter === ";" && rows.some((row) => row.some(({ value }) => /^\d+,\d+$/.test(value))),
    };
  }
  return refuse('its first row must begin with "Student" and "ID", as in a gradebook that Canvas exports');
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse("it must be in UTF-8, as Canvas exports it; a spreadsheet may have saved it otherwise");
  }
}

function tableOf(text: string, delimiter: string): TemplateCell[][] {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      // Files that were edited by hand mix ends of lines.
      record_delimiter: ["\r\n", "\n", "\r"],
      cast: (value, { quoting }): TemplateCell => ({
        value,
        raw: quoting ? `"${value.replaceAll('"', '""')}"` : value,
      }),
    }) as unknown as TemplateCell[][];
  } catch (error) {
    return delimiter === ";" ? refuse(`it must be a CSV file: ${(error as Error).message}`) : [];
  }
}

const isHeader = ([first = "", second = "", third = ""]: readonly string[]): boolean =>
  (first.includes("Student") && second.includes("ID")) ||
  (first === "LastName" && second === "FirstName" && third.includes("ID"));

const isRemark = (row: readonly TemplateCell[]): boolean =>
  row.every(({ value }) => /^\s*(?:Muted|Manual Posting.*)?\s*$/i.test(value));

function refuse(rule: string): never {
  throw new Refusal(
    `Cannot ${purpose}: --template must be the file that Canvas exports: ${rule}\n` +
      "  Try   in Canvas: Grades, Export, Export Entire Gradebook",
    2,
  );
}
