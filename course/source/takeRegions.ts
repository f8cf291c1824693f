/** What stands between the marks of a cell. */
export interface TakenRegions {
  /** The lines outside, with `stub` where a region stood. */
  readonly outside: string;
  /** The lines of each region, without its marks. */
  readonly inside: readonly string[];
  /** What is wrong with the marks. */
  readonly fault?: string;
}

/** The regions that nbgrader takes out. */
export type RegionKind = "SOLUTION" | "HIDDEN TESTS" | "MARK SCHEME";

/**
 * Takes the regions of one kind out of a cell, as nbgrader does: a line that contains the words begins or ends one,
 * whatever else stands in it.
 *
 * @param stub what takes a region's place, indented as its first mark
 * @see nbgrader 0.9.6, preprocessors/clearsolutions.py, clearhiddentests.py, clearmarkingscheme.py
 */
export function takeRegions(source: string, kind: RegionKind, stub: readonly string[] = []): TakenRegions {
  const [begin, end] = [`BEGIN ${kind}`, `END ${kind}`];
  const outside: string[] = [];
  const inside: string[][] = [];
  let open: string[] | undefined;
  let fault: string | undefined;
  for (const line of source.split("\n")) {
    if (line.includes(begin)) {
      if (open) fault ??= `${begin} stands in a region that begins before it; add ${end} between them`;
      open = [];
      inside.push(open);
      const indent = /^\s*/.exec(line)?.[0] ?? "";
      outside.push(...stub.map((text) => indent + text));
    } else if (line.includes(end)) {
      if (!open) fault ??= `${end} has no ${begin} before it; remove it, or add the other`;
      open = undefined;
    } else (open ?? outside).push(line);
  }
  if (open) fault ??= `${begin} has no ${end} after it; add it`;
  return {
    outside: outside.join("\n"),
    inside: inside.map((lines) => lines.join("\n")),
    ...(fault !== undefined && { fault }),
  };
}

/** A source without the lines that mark its regions: the regions' lines stay. */
export function withoutMarks(source: string): string {
  const marks = /(?:BEGIN|END) (?:SOLUTION|HIDDEN TESTS|MARK SCHEME)/;
  return source
    .split("\n")
    .filter((line) => !marks.test(line))
    .join("\n");
}
