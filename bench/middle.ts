/** The middle one of some values; of an even number of them the upper of the two. */
export const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1]!;
