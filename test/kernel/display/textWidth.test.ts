// Where there is no canvas, Vega is told how wide a text is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawVegaLite } from "../../../kernel/display/drawVegaLite.ts";
import { textWidth } from "../../../kernel/display/textWidth.ts";
import { textWidth as libraryWidth } from "../../../lib/svg/textWidth.ts";

// Measured in DejaVu Sans, at 1000 points.
for (const [text, measured] of [
  ["share of points that the learner gets right", 20_776],
  ["1\u00a0000\u00a0000", 5089],
  ["squared error (σ²/n = 1; cut at 6)", 16_501],
  ["WWW mmm", 6207],
  ["illicit", 2331],
] as const)
  test(`textWidth() of ${text} is what a wide font takes, or little more`, () => {
    const width = textWidth({ fontSize: 1000 }, text);
    assert.ok(width >= measured && width <= 1.1 * measured, `${width}`);
    assert.equal(libraryWidth({ fontSize: 1000 }, text), width);
  });

test("textWidth() counts weight, a limit, and letters of other scripts", () => {
  assert.equal(textWidth({}, "ab"), Math.ceil(2 * 0.64 * 11));
  assert.equal(textWidth({ fontSize: 10, fontWeight: "bold" }, "ab"), Math.ceil(12.8 * 1.12));
  assert.equal(textWidth({ fontSize: 10, limit: 9 }, "ab"), 9);
  assert.equal(textWidth({ fontSize: 10 }, " 図 "), 10);
  assert.equal(textWidth({}, undefined), 0);
});

const chart = (title: string, domain: readonly [number, number]): object => ({
  width: 540,
  height: 320,
  data: { values: [{ x: domain[1], y: 1 }] },
  mark: "point",
  encoding: {
    x: {
      field: "x",
      type: "quantitative",
      scale: { type: "log", domain },
      axis: { tickCount: 4, labelFontSize: 14 },
    },
    y: { field: "y", type: "quantitative", title, axis: { titleFontSize: 14, titleFontWeight: "normal" } },
  },
  config: { locale: { number: { decimal: ".", thousands: "\u00a0", grouping: [3], currency: ["", ""] } } },
});
const heightOf = (svg: string): number => Number(/viewBox="0 0 [\d.]+ ([\d.]+)"/.exec(svg)?.[1]);

test("a long title that has room leaves no empty band above and below a chart", async () => {
  const [short, long] = await Promise.all(
    ["share", "share of points that the learner gets right"].map((title) =>
      drawVegaLite(chart(title, [1, 100])),
    ),
  );
  assert.equal(heightOf(long!), heightOf(short!));
});

test("the last label of a logarithmic axis stands there, if it has room", async () => {
  const svg = await drawVegaLite(chart("y", [10, 1e6]));
  const last = /<text[^>]*opacity="(\d)"[^>]*>1\u00a0000\u00a0000<\/text>/.exec(svg);
  assert.equal(last?.[1], "1");
});
