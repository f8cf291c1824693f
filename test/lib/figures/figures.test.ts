// Every figure compiles without a warning, draws, keeps to the palette and stays small.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import * as lib from "../../../lib/index.ts";

const { seeded, fillNormal, palette } = lib;
const values = Array.from({ length: 101 }, (_, t) =>
  fillNormal(new Float64Array(200), 10, 1 + t / 50, seeded(t)).map((x) => Math.abs(x) + 0.01),
);
const law = values.map((_, t) => 10 + t / 100);

const figures: Record<string, lib.Figure> = {
  paths: lib.paths({ values, law, y: "variance (unit²)", log: true }),
  "paths without a law": lib.paths({ values, y: "variance (unit²)" }),
  fan: lib.fan({ values, law, y: "variance (unit²)", log: true }),
  densityLadder: lib.densityLadder({
    rungs: [0, 20, 40, 100].map((generation) => ({ generation, values: values[generation]! })),
    x: "x (unit)",
  }),
  survivalCurves: lib.survivalCurves({
    bands: ["once", "twice", "often"].map((name, i) => ({
      label: `seen ${name}`,
      measured: law.map((_, t) => 0.9 ** (t / (i + 1))),
      law: law.map((_, t) => 0.91 ** (t / (i + 1))),
    })),
  }),
  typesOverGenerations: lib.typesOverGenerations({ values, law }),
  lifelines: lib.lifelines({
    lives: [
      { word: "spleen", seen: 1, last: 2 },
      { word: "sea", seen: 434, last: 9 },
    ],
    generations: 9,
  }),
  familyTree: lib.familyTree({
    parents: Array.from({ length: 24 }, (_, t) =>
      Array.from({ length: 10 }, (_, i) => (3 * t + i ** 2) % 10),
    ),
  }),
  ribbon: lib.ribbon({
    values,
    law: { low: law.map((v) => 0.5 * v), middle: law, high: law.map((v) => 2 * v) },
    y: "variance (unit²)",
    band: "middle 90 %",
    log: true,
  }),
  withinBetween: lib.withinBetween({
    within: law,
    between: law.map((_, t) => t / 10),
    law: { within: law, between: law.map((_, t) => t / 10) },
    y: "variance (unit²)",
  }),
  passages: lib.passages({
    passages: [
      { label: "human", text: "call me ishmael", role: "real" },
      { label: "copy 8", text: "the sea the sea the sea the sea the sea" },
    ],
    lines: 2,
  }),
  foundAndMissed: lib.foundAndMissed({
    real: Array.from(values[0]!, (v, i) => [v, values[1]![i]!]).filter((_, i) => i % 2 === 0),
    fake: Array.from(values[2]!, (v, i) => [v, values[3]![i]!]).filter((_, i) => i % 2 === 0),
    k: 3,
    strict: true,
    x: "x (unit)",
    y: "y (unit)",
    range: [0, 20],
  }),
  meanAndMedian: lib.meanAndMedian({ values, y: "variance (unit²)", meanLaw: law, medianLaw: law }),
  sharesLeft: lib.sharesLeft({
    series: [
      { label: "entropy", values },
      { label: "words", values: values.toReversed() },
    ],
  }),
  steered: lib.steered({
    sliders: { size: { label: "samples M", values: [10, 30, 100], start: 30 } },
    figure: ({ size }) =>
      lib.fan({ values: values.map((row) => row.slice(0, size)), law, y: "v (unit²)", log: true }),
  }),
  curves: lib.curves({
    x: "sample size T",
    y: "error (unit)",
    logX: true,
    logY: true,
    series: [
      { label: "human", x: [10, 100, 1000], y: [1, 0.3, 0.1], law: [1, 0.3, 0.1], role: "real" },
      { label: "mixed", x: [10, 100, 1000], y: [1, 0.5, 0.4], low: [0.8, 0.4, 0.3], high: [2, 0.7, 0.5] },
    ],
  }),
  heatMap: lib.heatMap({
    xs: [1, 2, 4, 8],
    ys: [0, 0.5, 1],
    values: [0, 0.5, 1].map((y) => [1, 2, 4, 8].map((x) => x * y)),
    x: "size n",
    y: "human share",
    value: "ratio",
    logX: true,
    middle: 1,
    line: { label: "law", x: [1, 2, 8], y: [1, 0.5, 0.125] },
  }),
  scatter: lib.scatter({
    groups: [
      { label: "human", x: values[0]!, y: values[1]!, role: "real" },
      { label: "generation 9", x: values[2]!.slice(0, 100), y: values[3]!.slice(0, 100) },
    ],
    x: "width (unit)",
    y: "height (unit)",
    square: true,
  }),
  muller: lib.muller({ shares: law.map((_, t) => [30 - t / 4, 20, t]), names: ["red", "green", "blue"] }),
  smallMultiples: lib.smallMultiples({
    panels: ["words", "bits", "coverage", "recall"].map((label, i) => ({
      label,
      y: law,
      ...(i > 0 && { alarm: 20 * i }),
      ...(i > 1 && { low: law.map((v) => v - 1), high: law.map((v) => v + 1) }),
    })),
  }),
  imageWall: lib.imageWall({
    images: [
      [
        [0, 1, 1, 0],
        [1, 0.5, 0, 1],
      ],
    ],
    side: 2,
    rows: ["λ = 1"],
    columns: ["0", "1"],
    x: "generation",
    description: "The diagonal turns.",
  }),
  bars: lib.bars({
    bars: [
      { label: "human", value: 3, role: "real" },
      { label: "model", value: -2 },
    ],
    x: "x (unit)",
  }),
};

test("no figure is forgotten: every file of lib/figures that draws one is in this list", () => {
  const folder = new URL("../../../lib/figures/", import.meta.url);
  const drawing = readdirSync(folder).filter((file) => file.endsWith(".ts") && draws(new URL(file, folder)));
  const names = drawing.map((file) => file.replace(".ts", ""));
  assert.deepEqual(
    names.filter((name) => name !== "figure" && !(name in figures)),
    [],
  );
});

const draws = (file: URL): boolean => /\): Figure \{/.test(readFileSync(file, "utf8"));

const allowed = new Set([
  palette.real,
  palette.synthetic,
  palette.theory,
  ...palette.more,
  palette.soft,
  palette.grid,
]);

for (const [name, spec] of Object.entries(figures)) {
  test(`${name}: plain data with one sentence, axis titles and transparent ground`, () => {
    assert.deepEqual(JSON.parse(JSON.stringify(spec)), spec);
    assert.match(spec.description, /^[^\n]+\.$/);
    assert.equal(spec.background, "transparent");
    assert.equal(spec.$schema, "https://vega.github.io/schema/vega-lite/v5.json");
  });

  test(`${name}: compiles without a warning and draws in the palette alone, under 25 kB compressed`, async () => {
    const warnings: string[] = [];
    const note = (...text: string[]) => {
      warnings.push(text.join(" "));
      return logger;
    };
    const logger = { warn: note, error: note, info: () => logger, debug: () => logger, level: () => logger };
    const { spec: vega } = compile(spec as unknown as TopLevelSpec, { logger: logger as never });
    const svg = await new View(parse(vega), { renderer: "none" }).toSVG();
    assert.deepEqual(warnings, []);
    assert.doesNotMatch(svg, /NaN|undefined/);
    for (const [hex] of svg.matchAll(/#[0-9a-f]{3,8}\b/gi))
      assert.ok(allowed.has(hex as never) || hex === "#000", hex);
    assert.ok(gzipSync(svg).length < 25_000, `${gzipSync(svg).length} bytes`);
    const rows = [...JSON.stringify(spec).matchAll(/"values":\[(\{.*?\})\]/g)].reduce(
      (n, [, v]) => n + v!.split("},{").length,
      0,
    );
    assert.ok(rows > 0 && rows <= 400, `${rows} rows`);
  });
}

test("the sentence is computed from the data", () => {
  const sentence = lib.paths({
    values: [
      [2, 2],
      [1, 5],
    ],
    y: "v",
  }).description;
  assert.match(sentence, /goes from 2 to 3; single chains end between 1 and 5/);
});

test("figures name the argument they reject", () => {
  assert.throws(
    () => lib.paths({ values: [[1], [1, 2]], y: "v" }),
    /values\[1\] must hold 1 runs as values\[0\] does, got 2/,
  );
  assert.throws(
    () => lib.fan({ values: [[1], [1]], law: [1], y: "v" }),
    /law must hold 2 values, one per generation, got 1/,
  );
  assert.throws(() => lib.fan({ values: [[1]], y: "v" }), /values must hold at least 2 generations, got 1/);
  assert.throws(
    () => lib.typesOverGenerations({ values: [[1], [Number.NaN]] }),
    /values\[1\]\[0\] must be finite, got NaN/,
  );
  assert.throws(() => lib.densityLadder({ rungs: [], x: "x" }), /rungs must hold 1 to 10 generations, got 0/);
  assert.throws(() => lib.survivalCurves({ bands: [] }), /bands must hold 1 to 6 bands, got 0/);
  assert.throws(() => lib.bars({ bars: [], x: "x" }), /bars must hold 1 to 40 bars, got 0/);
  assert.throws(
    () => lib.bars({ bars: [{ label: "a", value: Number.NaN }], x: "x" }),
    /bars\[0\].value must be finite/,
  );
  assert.throws(() => lib.figure("", 1, {}), /description must say what it shows, got nothing/);
});
