type Value = number | string;

/** What a page needs to compute a steered figure, as its element carries it. */
export interface LiveSteering {
  /** The cell that shows it. */
  readonly cell: string;
  readonly sliders: readonly {
    readonly name: string;
    readonly values: readonly Value[];
    readonly between?: "whole" | "any";
  }[];
  /** Of its scales, over all settings. */
  readonly domains: readonly (readonly Value[])[];
  /** Whether it can be drawn again, and whether it draws less while a reader waits. */
  readonly draws: boolean;
  readonly isSmaller: boolean;
}
