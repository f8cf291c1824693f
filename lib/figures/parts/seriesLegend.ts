/** What a legend shows of one series: a piece of its line, or its point. */
export interface LegendEntry {
  readonly label: string;
  readonly mark: "line" | "point";
  /** Of a line. */
  readonly dash?: readonly number[];
}

/**
 * The legend of a figure whose series are told apart by line or point. It has as many columns as fit above the
 * plot; a piece of line is long enough to show its dash, and the outline of a point has none. For a channel without
 * lines of their own scale of dashes: Vega-Lite would draw outlines with it.
 */
export function seriesLegend(entries: readonly LegendEntry[]): Record<string, unknown> {
  const largest = Math.max(...entries.map(({ mark }) => sizeOf[mark]));
  const legend = { columns: legendColumns(entries), symbolSize: largest };
  if (entries.every(({ mark }) => mark === "point")) return legend;
  const dashes = entries.map(({ label, mark, dash = solid }) => [label, mark === "line" ? dash : solid]);
  const sizes = entries.map(({ label, mark }) => [label, sizeOf[mark]]);
  // Vega asks for a size without a series, too, for the room that all symbols get.
  const ofEach = (values: unknown[][], other: unknown) => ({
    value: {
      signal: `${JSON.stringify(Object.fromEntries(values))}[datum.value] || ${JSON.stringify(other)}`,
    },
  });
  const symbols = { opacity: { value: 1 }, size: ofEach(sizes, largest), strokeDash: ofEach(dashes, solid) };
  return { ...legend, encoding: { symbols } };
}

/** The most columns, up to four, in which every entry has room beside its neighbours. */
export function legendColumns(entries: readonly LegendEntry[]): number {
  for (let columns = Math.min(4, entries.length); columns > 1; columns -= 1) {
    const widest = Array.from({ length: columns }, (_, column) =>
      Math.max(...entries.filter((_, i) => i % columns === column).map(widthOf)),
    );
    if (widest.reduce((sum, width) => sum + width) <= room) return columns;
  }
  return 1;
}

const solid: readonly number[] = [1, 0];

/** As Vega counts sizes: the square of a symbol's width. */
const sizeOf = { line: 600, point: 90 };

/** The symbol, its words at about 8 pixels a letter, which is what a wide face takes, and the gaps behind both. */
const widthOf = ({ label, mark }: LegendEntry): number => Math.sqrt(sizeOf[mark]) + 7 + 8 * label.length + 13;

/** Pixels above a plot and the gap behind the last entry. */
const room = 455;
