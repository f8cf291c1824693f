import { type FlatPoints, flatPoints, type Points } from "../numerics/points.ts";

/** Points whose numbers are from 0 to 1, in one piece: what an output of sigmoid units can say. */
export function intensities(action: string, argument: string, points: Points): FlatPoints {
  const flat = flatPoints(action, argument, points);
  const at = flat.values.findIndex((x) => x < 0 || x > 1);
  if (at < 0) return flat;
  const place = `${argument}[${Math.floor(at / flat.d)}][${at % flat.d}]`;
  throw new RangeError(`Cannot ${action}: ${place} must lie between 0 and 1, got ${flat.values[at]}`);
}
