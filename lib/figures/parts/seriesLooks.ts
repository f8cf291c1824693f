import { palette } from "../palette.ts";

/** Up to six looks for series that stand side by side: a colour, a point shape and a dash each. */
export const seriesLooks: readonly { color: string; shape: string; dash: readonly number[] }[] = [
  { color: palette.synthetic, shape: "circle", dash: [1, 0] },
  { color: palette.theory, shape: "square", dash: [6, 3] },
  { color: palette.more[1], shape: "triangle-up", dash: [2, 2] },
  { color: palette.more[0], shape: "diamond", dash: [8, 3, 2, 3] },
  { color: palette.more[2], shape: "cross", dash: [4, 4] },
  { color: palette.real, shape: "triangle-down", dash: [10, 4] },
];
