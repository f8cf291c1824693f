/** Of each picture of a figure, in the order of its settings, what is read of it: names of values, then points. */
export type Pictures = readonly (readonly PackedSeries[])[];

/** As `PointSeries`, with the words for the values. */
export type PackedSeries = readonly [
  names: readonly string[],
  points: readonly (readonly (number | string | null)[])[],
];

/** The name under which a figure's points hand themselves over. */
export const pointsName = (figure: string): string => `points ${figure}`;

/** Where the points of a figure are, relative to the site. */
export const pointsPath = (figure: string, digest: string): string => `data/${figure}.${digest}.points.js`;

/** The figure and the digest that such a path is of; undefined for other paths. */
export function readPointsPath(path: string): { figure: string; digest: string } | undefined {
  const [, figure, digest] = /^data\/(.+)\.(\w{8})\.points\.js$/.exec(path) ?? [];
  return figure !== undefined && digest !== undefined ? { figure, digest } : undefined;
}
