/** One thing that grows, and what it should cost. */
export interface GrowthLine {
  /** The export's name, and what of it is done if that needs words: `gaussian: fit`. The first word is the name. */
  readonly what: string;
  /** What grows: n values, d numbers of a row, vocabulary, generations, … */
  readonly grows: string;
  /** What stays: "d = 8, k = 5". */
  readonly fixed?: string;
  /** Four sizes or more, each a multiple of the one before, in the range in which people use it. */
  readonly sizes: readonly number[];
  /** What the algorithm costs, as a reader writes it: "n log n". */
  readonly algorithm: string;
  /** The same to compute its slope from over the same sizes, up to a factor. */
  cost(size: number): number;
  /** Makes the input of a size, and gives the work on it. */
  make(size: number): () => unknown;
}

/** The name of the export that a line measures. */
export const exportOf = ({ what }: GrowthLine): string => /^\w+/.exec(what)![0];

/** `first`, and `count` − 1 more, each `factor` times the one before. */
export const geometric = (first: number, count = 5, factor = 2): number[] =>
  Array.from({ length: count }, (_, i) => Math.round(first * factor ** i));

/** A cost and its words. */
export type Cost = Pick<GrowthLine, "algorithm" | "cost">;

export const constant: Cost = { algorithm: "constant", cost: () => 1 };
export const linear: Cost = { algorithm: "linear", cost: (size) => size };
export const sorting: Cost = { algorithm: "n log n, a sort", cost: (size) => size * Math.log(size) };
export const square = (algorithm: string): Cost => ({ algorithm, cost: (size) => size ** 2 });
export const cube = (algorithm: string): Cost => ({ algorithm, cost: (size) => size ** 3 });
