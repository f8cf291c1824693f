import assert from "node:assert/strict";
import { test } from "node:test";
import { drawVegaLite } from "../../../kernel/display/drawVegaLite.ts";
import { curves, type Figure, fan, survivalCurves } from "../../../lib/index.ts";

const [x, y] = [
  [1, 2, 3, 4],
  [4, 3, 2, 1],
];

/** Of each entry of a drawn legend: how wide its symbol is and how it is dashed. */
async function symbolsOf(figure: Figure): Promise<{ width: number; dash: string }[]> {
  const svg = await drawVegaLite(figure);
  return Array.from(svg.matchAll(/role-legend-symbol[^>]*>(<path[^>]*>)/g), ([, path = ""]) => {
    const start = Number(path.match(/ d="M(-?[\d.]+)/)![1]); // all symbols begin at an end
    return { width: 2 * Math.abs(start), dash: path.match(/stroke-dasharray="([^"]*)"/)?.[1] ?? "" };
  });
}

test("a legend shows a piece of line with its dash, and beside it points with whole outlines", async () => {
  const figure = curves({
    series: [
      { label: "plain", x, y },
      { label: "dashed", x, y },
      { label: "on its law", x, y, law: y },
    ],
    x: "n",
    y: "loss",
  });
  const [plain, dashed, point] = await symbolsOf(figure);
  assert.equal(plain?.dash, "1,0");
  assert.equal(dashed?.dash, "6,3");
  assert.ok(dashed.width > 2 * (6 + 3), "more than two dashes long");
  assert.equal(point?.dash, "1,0");
  assert.ok(point.width < 12, "a point, and not a plate");
});

test("the points of survival curves have whole outlines, the lines their dashes", async () => {
  const bands = ["seen once", "seen twice"].map((label) => ({ label, measured: [1, 0.5], law: [1, 0.4] }));
  const symbols = await symbolsOf(survivalCurves({ bands }));
  assert.equal(symbols.length, 2);
  for (const { dash, width } of symbols) {
    assert.ok(dash === "" || dash === "1,0", dash);
    assert.ok(width < 12);
  }
  assert.match(await drawVegaLite(survivalCurves({ bands })), /mark-line.*?stroke-dasharray="6,3"/s);
});

test("a legend with long names takes more lines, so that a phone shows the whole figure", async () => {
  const widths: number[] = [];
  for (const count of [1, 2, 3, 4, 5, 6]) {
    const series = Array.from({ length: count }, (_, i) => ({ label: `a name of some length, ${i}`, x, y }));
    const svg = await drawVegaLite(curves({ series, x: "generations", y: "perplexity" }));
    widths.push(Number(svg.match(/width="(\d+)"/)![1]));
  }
  const runs = [
    [1, 1, 1],
    [0.5, 0.6, 0.9],
  ];
  const svg = await drawVegaLite(
    fan({ values: runs, law: [1, 0.7], lawName: "a law with a rather long name", y: "variance" }),
  );
  widths.push(Number(svg.match(/width="(\d+)"/)![1]));
  // 358 pixels of a phone's width, at a type size of at least 0.705 × 14 pixels (the theme's figures).
  assert.ok(Math.max(...widths) <= 358 / 0.705, `${widths}`);
});
