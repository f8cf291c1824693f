/** How many scores lie where. */
export interface ScoreBins {
  readonly bins: readonly {
    readonly from: number;
    readonly to: number;
    readonly middle: number;
    readonly count: number;
  }[];
  readonly from: number;
  readonly to: number;
  /** Whether each bin is one number of points; else they are ten equal ones, each with its lower end. */
  readonly isWhole: boolean;
}

/** Counts scores: a bin for each number of points if these are whole and few, else ten equal bins. */
export function scoreBins(scores: readonly number[], points: number): ScoreBins {
  const isWhole = points <= 10 && [points, ...scores].every(Number.isInteger);
  const number = isWhole ? points + 1 : 10;
  const from = isWhole ? -0.5 : 0;
  const to = isWhole ? points + 0.5 : points;
  const edge = (index: number): number => from + ((to - from) * index) / number;
  // A person may give more than there is, or less than nothing: such a mark counts at the end.
  const placeOf = (score: number): number =>
    Math.min(Math.max(Math.floor(((score - from) / (to - from)) * number + 1e-9), 0), number - 1);
  return {
    bins: Array.from({ length: number }, (_, index) => ({
      from: edge(index),
      to: edge(index + 1),
      middle: (edge(index) + edge(index + 1)) / 2,
      count: scores.filter((score) => placeOf(score) === index).length,
    })),
    ...{ from, to, isWhole },
  };
}
