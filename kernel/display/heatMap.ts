import { escapeHtml } from "./escapeHtml.ts";

const mostCells = 1024;

/** Dark to bright in steps that look equal, also without colour vision. */
const colours = [
  "#440154",
  "#472c7a",
  "#3b518b",
  "#2c718e",
  "#21908d",
  "#27ad81",
  "#5cc863",
  "#aadc32",
  "#fde725",
];

/**
 * A small matrix as a picture: the least value dark, the largest bright, what is not finite left open.
 *
 * @returns SVG text; undefined for a matrix of too many cells, or of one value
 */
export function heatMap(
  data: ArrayLike<number>,
  rows: number,
  columns: number,
  label: string,
): string | undefined {
  const finite = rows * columns <= mostCells ? Array.from(data).filter(Number.isFinite) : [];
  const [least, most] = [Math.min(...finite), Math.max(...finite)];
  if (!(least < most)) return undefined;
  // One path per colour, a run of equal cells at a time: a picture of some thousand bytes.
  const paths = colours.map(() => "");
  const levelOf = (row: number, column: number): number | undefined => {
    const x = column < columns ? data[row * columns + column]! : Number.NaN;
    if (!Number.isFinite(x)) return undefined;
    return Math.min(colours.length - 1, Math.floor(((x - least) / (most - least)) * colours.length));
  };
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0, end = 0; column < columns; column = end) {
      const level = levelOf(row, column);
      for (end = column + 1; end < columns && levelOf(row, end) === level; ) end += 1;
      if (level !== undefined) paths[level] += `M${column} ${row}h${end - column}v1h${column - end}z`;
    }
  }
  const scale = Math.max(4, Math.min(24, Math.floor(320 / Math.max(rows, columns))));
  const drawn = paths.map((path, level) => path && `<path fill="${colours[level]}" d="${path}"/>`).join("");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escapeHtml(`Heat map. ${label}`)}" ` +
    `width="${columns * scale}" height="${rows * scale}" viewBox="0 0 ${columns} ${rows}" ` +
    `shape-rendering="crispEdges">${drawn}</svg>`
  );
}
