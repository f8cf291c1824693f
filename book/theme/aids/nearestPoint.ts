import { type At, placeOfPoint, type Series } from "./figurePoints.ts";

/**
 * The point that is nearest to a place of the plot; one that is a box is near as soon as it holds the place, and of several
 * the smallest.
 *
 * @param most how far it may be away, in units of the plot
 */
export function nearestPoint(series: Series, x: number, y: number, most: number): At | undefined {
  let found: At | undefined;
  let [least, size] = [most, Number.POSITIVE_INFINITY];
  for (const [s, [, points]] of series.entries())
    for (const [i, point] of points.entries()) {
      const place = placeOfPoint(point);
      if (!place) continue;
      const { width, height } = place;
      const away = Math.hypot(
        Math.max(Math.abs(x - place.x) - width / 2, 0),
        Math.max(Math.abs(y - place.y) - height / 2, 0),
      );
      const own = width * height;
      if (away > least || (away === least && own >= size)) continue;
      [least, size] = [away, own];
      found = { series: s, point: i };
    }
  return found;
}

/** The point of another series that is next to one: at its place from left to right, or, where no place is known, in order. */
export function besideIn(series: Series, from: At, to: number): At {
  const points = series[to]?.[1] ?? [];
  const place = placeOfPoint(series[from.series]?.[1][from.point]);
  let best = Math.min(from.point, points.length - 1);
  let least = Number.POSITIVE_INFINITY;
  for (const [i, point] of points.entries()) {
    const other = placeOfPoint(point);
    if (!place || !other) continue;
    const away = Math.abs(other.x - place.x) + Math.abs(other.y - place.y) / 1e6;
    if (away < least) [least, best] = [away, i];
  }
  return { series: to, point: best };
}
