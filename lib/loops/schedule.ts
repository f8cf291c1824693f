/** A number that stays, or one for each generation: `100`, or `(generation) => 100 * generation`. */
export type Schedule = number | ((generation: number) => number);
