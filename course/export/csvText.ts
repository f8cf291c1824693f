import { stringify } from "csv-stringify/sync";

/**
 * Rows as RFC 4180 has them: quotes where they are needed, lines that end in CR LF. csv-stringify alone would quote only
 * the end of line that it writes, and a lone line feed in a name would begin a row.
 */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { record_delimiter: "windows", quoted_match: /[\r\n]/ },
  );
