// biome-ignore lint/suspicious/noControlCharactersInRegex: they are line ends to Python
const lineEnd = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/g;

/** Text as nbformat stores it: a list of lines, each with its line end; what ends a line, Python decides. */
export function splitLines(text: string): string[] {
  const lines: string[] = [];
  let start = 0;
  for (const { index, 0: end } of text.matchAll(lineEnd)) {
    lines.push(text.slice(start, index + end.length));
    start = index + end.length;
  }
  if (start < text.length) lines.push(text.slice(start));
  return lines;
}
