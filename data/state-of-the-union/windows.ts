/** First years of the windows: twenty years each, the last ends with the data in 2021. */
export const firstYears: readonly number[] = Array.from({ length: 12 }, (_, i) => 1790 + 20 * i);

/** The last year of the window that begins with a year. */
export const lastYear = (first: number): number => Math.min(first + 19, 2021);
