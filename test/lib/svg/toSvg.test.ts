import assert from "node:assert/strict";
import { test } from "node:test";
import { toSvg } from "generation-loss/svg";
import { drawVegaLite } from "../../../kernel/display/drawVegaLite.ts";
import { bars, curves, figure, steered } from "../../../lib/index.ts";

/** Vega counts clip paths through a whole process. */
const uncounted = (svg: string): string => svg.replace(/clip\d+/g, "clip");

const figures = {
  bars: bars({ bars: [{ label: "human", value: 12_345 }], x: "words" }),
  curves: curves({ series: [{ label: "a", x: [1850, 2010], y: [1, 2] }], x: "year", y: "error" }),
  "a steered figure, at its start": steered({
    sliders: { k: { label: "k", values: [1, 2], start: 2 } },
    figure: ({ k }) => bars({ bars: [{ label: "human", value: 111 * k }], x: "words" }),
  }),
};
for (const [name, spec] of Object.entries(figures)) {
  test(`toSvg() draws ${name} as notebooks show it`, async () => {
    const svg = await toSvg(spec);
    assert.match(svg, /^<svg[\s\S]*<\/svg>$/);
    assert.equal(uncounted(svg), uncounted(await drawVegaLite(spec)));
  });
}

test("toSvg() writes numbers as sentences do: 12 345, and 1850 for a year", async () => {
  assert.match(await toSvg(figures.bars), />12\u00a0345</);
  const svg = await toSvg(figures.curves);
  assert.match(svg, />1860</);
  assert.doesNotMatch(svg, />1[,\u00a0]8/);
});

test("toSvg() says what it cannot draw", async () => {
  await assert.rejects(
    toSvg(figure("Nothing.", 10, { mark: "blot", data: { values: [] } })),
    /^Error: Cannot draw a figure: it must be a valid specification, got “.+”$/,
  );
});
