// What stands under a figure is what a person would say, and what a screen reader says.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as lib from "../../../lib/index.ts";

const bars = (values: Record<string, number>, x: string) =>
  lib.bars({ x, bars: Object.entries(values).map(([label, value]) => ({ label, value })) });
const curves = (x: number[], ys: Record<string, number[]>, names = { x: "rounds", y: "error" }) =>
  lib.curves({ ...names, series: Object.entries(ys).map(([label, y]) => ({ label, x, y })) });
const eight = { gone: 0, "1 to 3": 0, "8 to 15": 301 };

const sentences: [figure: lib.Figure, says: string][] = [
  [
    bars(eight, "words that are left"),
    "Words that are left: highest for “8 to 15” (301), lowest for 2 of 3 (0 each).",
  ],
  [bars({ gone: 3 }, "words"), "Words: 3 for “gone”."],
  [bars({ gone: 3, left: 3 }, "words"), "Words: 3 for each of 2."],
  [
    curves([10, 1e9], { human: [0.4, 0.001], floor: [0.07, 0.07] }, { x: "words read", y: "error" }),
    "For words read from 10 to 1 billion, error falls from 0.4 to 0.001 (human) and stays at 0.07 (floor).",
  ],
  [
    curves(
      [1850, 2010],
      { frozen: [9, 11], fresh: [9, 10], own: [9.5, 9] },
      { x: "year", y: "bits per word" },
    ),
    "For year from 1850 to 2010, bits per word rise from 9 to 11 (frozen), from 9 to 10 (fresh) and fall from 9.5 to 9 (own).",
  ],
  [
    curves([0, 1], { frozen: [9, 9] }, { x: "rounds", y: "wasted bits per word" }),
    "For rounds from 0 to 1, wasted bits per word stay at 9 (frozen).",
  ],
  [
    curves([0, 1], { frozen: [9, 11] }, { x: "rounds", y: "loss per word" }),
    "For rounds from 0 to 1, loss per word rises from 9 to 11 (frozen).",
  ],
  [
    curves([0, 1], { fresh: [9, 8] }, { x: "rounds", y: "number of bits per word" }),
    "For rounds from 0 to 1, number of bits per word falls from 9 to 8 (fresh).",
  ],
  [
    curves([0, 0.5, 1], { blend: [1, 0.2, 0.6] }),
    "For rounds from 0 to 1, error falls from 1 to 0.6 (blend; least 0.2, at 0.5).",
  ],
  [
    curves([-3, 0, 3], { narrow: [0.1, 0.9, 0.1] }),
    "For rounds from −3 to 3, error begins and ends at 0.1 (narrow; greatest 0.9, at 0).",
  ],
  [
    // A shallow bottom near an end that is the point of the figure.
    curves([0.2, 0.6, 0.8, 1], { loop: [5.418, 1.1, 0.79, 0.9986] }),
    "For rounds from 0.2 to 1, error falls from 5.418 to 0.9986 (loop; least 0.79, at 0.8).",
  ],
  [curves([0, 1, 2], { noisy: [1, 0.99, 2] }), "For rounds from 0 to 2, error rises from 1 to 2 (noisy)."],
  [
    lib.curves({
      ...{ x: "words", y: "error" },
      series: [
        { label: "book", x: [1, 2], y: [2, 1] },
        { label: "pupil", x: [1, 9], y: [3, 2] },
      ],
    }),
    "For words from 1 to 2, error falls from 2 to 1 (book) and from 3 to 2 (pupil; 1 to 9).",
  ],
  [
    lib.muller({ shares: [[1, 1, 1], [0, 1, 2]], names: ["me", "you", "us"], x: "round" }), // biome-ignore format: a table
    "Of 3 types in round 0, 2 are left in round 1; “us” is largest then, with 66.7 %.",
  ],
  [lib.muller({ shares: [[1, 1], [0, 2]] }), "Type 1 is the only one of 2 types left in generation 1."], // biome-ignore format: a table
  [lib.muller({ shares: [[1], [1]], names: ["me"] }), "“me” is the one type in generation 1."],
  [lib.fan({ values: [[1], [0.5]], y: "v" }), "In generation 1 the one chain is at 0.5."],
  [lib.paths({ values: [[1], [0.5]], y: "v" }), "From generation 0 to 1 the one chain goes from 1 to 0.5."],
  [lib.meanAndMedian({ values: [[1], [2]], y: "v" }), "In generation 1 the one chain is at 2."],
  [
    lib.typesOverGenerations({ values: [[3], [3]], y: "heaps left" }),
    "From generation 0 to 1 the number of heaps left stays at 3 (one run).",
  ],
  [
    lib.typesOverGenerations({ values: [[3], [4]] }),
    "From generation 0 to 1 the number of different words alive rises from 3 to 4 (one run).",
  ],
  [
    lib.withinBetween({ within: [1, 0], between: [0, 0], y: "v" }),
    "In generation 1, nothing is left within chains or between them.",
  ],
  [
    lib.withinBetween({ within: [1, 1e-6], between: [0, 1], y: "v" }),
    "In generation 1, 10⁻⁶ lies within chains and 1 between them, more than 99.9 % of the whole.",
  ],
  [
    lib.sharesLeft({ series: [{ label: "entropy", values: [[2], [2]] }, { label: "words", values: [[4], [1]] }] }), // biome-ignore format: a table
    "In generation 1, all of entropy is left and 25 % of words.",
  ],
  [
    lib.ribbon({ values: [[1, 1, 1, 1], [0.4, 0.5, 1.5, 1.6]], law: { low: [1, 0.5], middle: [1, 1], high: [1, 1.5] }, y: "v", band: "most" }), // biome-ignore format: a table
    "By law the chains of generation 1 lie around 1, between 0.5 and 1.5 (most); 2 of 4 do.",
  ],
  [
    lib.heatMap({ xs: [1, 2], ys: [0, 1], values: [[0, 0], [3, 9]], x: "n", y: "share", value: "worth", middle: 10 }), // biome-ignore format: a table
    "Over 4 cells worth is least (0) in 2 of them, and greatest (9) at n = 2 and share = 1; it is above 10 in none of them.",
  ],
  [
    lib.heatMap({ xs: [1, 2], ys: [0, 1], values: [[3, 3], [3, 3]], x: "n", y: "share", value: "worth", middle: 1 }), // biome-ignore format: a table
    "In all 4 cells worth is 3; it is above 1 in all of them.",
  ],
  [
    lib.densityLadder({ rungs: [{ generation: 3, values: [1, 1] }], x: "x" }),
    "In generation 3 the standard deviation of one chain is 0; a spike is a generation without spread: 3.",
  ],
  [
    lib.familyTree({ parents: [[0, 0]] }), // biome-ignore format: a table
    "All 2 items of generation 1 descend from one item of generation 0.",
  ],
  [
    lib.familyTree({ parents: [[0]] }), // biome-ignore format: a table
    "Of 1 item in generation 0, 1 has descendants in generation 1.",
  ],
  [
    lib.lifelines({ generations: 4, lives: ["a", "b", "c", "d", "e"].map((word, i) => ({ word, seen: 1, last: i < 4 ? 0 : 4 })) }), // biome-ignore format: a table
    "In generation 4 of one loop 1 of 5 words is still in use; first to go are “a”, “b” and 2 others, last seen in generation 0.",
  ],
  [
    lib.lifelines({ generations: 4, lives: [{ word: "a", seen: 1, last: 4 }] }),
    "In generation 4 of one loop 1 of 1 word is still in use.",
  ],
];

for (const [{ description }, says] of sentences) test(says, () => assert.equal(description, says));
