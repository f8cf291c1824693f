/** One region of a percent script: the lines from its `// %%` marker to the next one. */
export interface PercentRegion {
  /** First word of the marker: what the region is. */
  readonly kind: string;
  /** Second word: what it belongs to; "" when absent. */
  readonly name: string;
  /** What follows the first colon; "" when absent. */
  readonly title: string;
  readonly source: string;
  /** Line of the marker in the file, from 1. */
  readonly line: number;
}

const marker = /^\/\/ %%\s+(\S+?)(?:\s+([^:\s]+))?\s*(?::\s*(.*?))?\s*$/;

/**
 * Reads a script whose regions start with lines `// %% <kind> <name>: <title>`.
 * Text before the first marker belongs to no region: it is the place for a comment about the file.
 *
 * @example parsePercent("// %% solution refit\nconst a = 1;")[0].name // => "refit"
 */
export function parsePercent(text: string): PercentRegion[] {
  const regions: (Omit<PercentRegion, "source"> & { lines: string[] })[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const found = marker.exec(line);
    if (found) {
      const [, kind = "", name = "", title = ""] = found;
      regions.push({ kind, name, title, line: index + 1, lines: [] });
    } else {
      regions.at(-1)?.lines.push(line);
    }
  }
  return regions.map(({ lines, ...region }) => ({ ...region, source: lines.join("\n").trim() }));
}
