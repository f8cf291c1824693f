/** JSON with one row per line: small, and a change of one row is a change of one line. */
export const jsonRows = (rows: readonly unknown[]): string =>
  `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`;
