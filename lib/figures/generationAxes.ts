/** How the two axes of a figure over generations are named. */
export interface GenerationAxes {
  /** Title of the y-axis: the quantity, with its unit. */
  readonly y: string;
  /** A logarithmic y-axis; values ≤ 0 are left out. Default false. */
  readonly log?: boolean;
  /** What the law is called in the legend. Default "law". */
  readonly lawName?: string;
}
