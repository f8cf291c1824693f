import { readFileSync } from "node:fs";

/** A case of a plain-text table: title, `.`, input, `.`, expected, `.`. */
export interface GoldenCase {
  readonly title: string;
  readonly input: string;
  readonly expected: string;
}

/** Reads a table of cases that can be written without knowing any TypeScript. */
export function goldenCases(url: URL): GoldenCase[] {
  const pieces = readFileSync(url, "utf8").split(/^\.$\n?/m);
  return Array.from({ length: Math.floor(pieces.length / 3) }, (_, index) => ({
    title: (pieces[3 * index] ?? "").trim(),
    input: pieces[3 * index + 1] ?? "",
    expected: pieces[3 * index + 2] ?? "",
  }));
}
