import { type FlatPoints, flatPoints, type Points } from "./points.ts";

/** Two sets of points in the same space, each in one piece. Refuses sets of different dimension. */
export function twoClouds(
  action: string,
  names: readonly [string, string],
  a: Points,
  b: Points,
  atLeast = 1,
): [FlatPoints, FlatPoints] {
  const [ofA, ofB] = [flatPoints(action, names[0], a, atLeast), flatPoints(action, names[1], b, atLeast)];
  if (ofA.d !== ofB.d) {
    throw new RangeError(
      `Cannot ${action}: ${names[1]} must have rows of ${ofA.d} numbers as ${names[0]} has, got ${ofB.d}`,
    );
  }
  return [ofA, ofB];
}
