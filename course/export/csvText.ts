import { stringify } from "csv-stringify/sync";

/** Rows as RFC 4180 has them: quotes where they are needed, lines that end in CR LF. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { record_delimiter: "windows" },
  );
