import type { Fault } from "../fault.ts";

export const faults: readonly Fault[] = [
  {
    name: "a painter who takes noise for the picture",
    claim: "claim-one-pixel",
    edits: [
      { in: "chapter", words: "variance(pixels, { ddof: 0 }) - 1;", by: "variance(pixels, { ddof: 0 });" },
    ],
  },
  {
    name: "a painter who paints the noise, too",
    claim: "claim-one-pixel",
    edits: [
      {
        in: "chapter",
        words: "painter.middle + painter.slope * place();",
        by: "painter.middle + painter.slope * place() + place();",
      },
    ],
  },
  {
    name: "a human picture that comes back in every generation",
    claim: "claim-one-pixel",
    edits: [{ in: "chapter", words: "painter = fitOnePixel(pixels);", by: "fitOnePixel(pixels);" }],
  },
];
