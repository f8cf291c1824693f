import assert from "node:assert/strict";
import { test } from "node:test";
import { pointSeries } from "../../../book/points/pointSeries.ts";
import { drawWithMarks } from "../../../kernel/display/drawVegaLite.ts";
import { steeredChart } from "../tools/steeredChart.ts";

const seriesOf = async (spec: object, columns: readonly string[]) =>
  pointSeries((await drawWithMarks(structuredClone(spec))).marks, columns);

const field = (field: string, type = "quantitative", more: object = {}) => ({ field, type, ...more });

test("a line with its points on it is one series for each arm, in the order of the table's columns", async () => {
  const values = ["b", "a"].flatMap((arm) => [2, 0, 1].map((t) => ({ arm, t, v: t / 4 })));
  const series = await seriesOf(
    {
      ...{ data: { values }, width: 200, height: 100, mark: { type: "line", point: true } },
      encoding: { x: field("t"), y: field("v"), color: field("arm", "nominal") },
    },
    ["arm", "t", "v"],
  );
  assert.deepEqual(
    series.map(({ names, points }) => [names, points.map((point) => point.slice(4))]),
    ["b", "a"].map((arm) => [["arm", "t", "v"], [0, 1, 2].map((t) => [arm, t, t / 4])]),
  );
  assert.deepEqual(
    series[0]?.points.map(([x]) => x),
    [0, 100, 200],
  );
});

test("what is folded, computed or stacked keeps its values; a null is no point", async () => {
  const folded = await seriesOf(
    {
      data: {
        values: [
          { t: 0, 7: 1, 8: 3 },
          { t: 1, 7: 2, 8: null },
        ],
      },
      transform: [{ fold: ["7", "8"], as: ["chain", "value"] }],
      mark: "line",
      encoding: { x: field("t"), y: field("value"), detail: field("chain", "nominal") },
    },
    ["t", "7", "8"],
  );
  assert.deepEqual(folded.map(({ names }) => names)[0], ["t", "chain", "value"]);
  assert.deepEqual(
    folded.flatMap(({ points }) => points.map((point) => point.slice(4))),
    [
      [0, "7", 1],
      [1, "7", 2],
      [0, "8", 3],
    ],
  );
  const stacked = await seriesOf(
    {
      data: {
        values: [
          { k: "a", n: 1, who: "x" },
          { k: "a", n: 2, who: "y" },
          { k: "b", n: 4, who: "x" },
          { k: "b", n: 8, who: "y" },
        ],
      },
      mark: "bar",
      encoding: { x: field("k", "nominal"), y: field("n"), color: field("who", "nominal") },
    },
    ["k", "n", "who"],
  );
  assert.deepEqual(
    stacked.map(({ points }) => points.map((point) => point.slice(4))),
    [
      [
        ["a", 1, "x"],
        ["b", 4, "x"],
      ],
      [
        ["a", 2, "y"],
        ["b", 8, "y"],
      ],
    ],
  );
});

test("a map of ranges is read by rows, and says what its cells stand for and not their edges; panels are named", async () => {
  const values = [0, 1].flatMap((i) =>
    [0, 1].map((j) => ({ l: i, r: i + 1, lo: j, hi: j + 1, loss: i + 2 * j })),
  );
  const cells = {
    ...{ data: { values }, mark: "rect" },
    encoding: {
      x: field("l"),
      x2: { field: "r" },
      y: field("lo"),
      y2: { field: "hi" },
      color: field("loss"),
    },
  };
  const map = await seriesOf(
    { ...cells, data: { values: values.map((row) => ({ ...row, n: 10 * row.l })) } },
    ["l", "r", "lo", "hi", "loss", "n"],
  );
  assert.deepEqual(
    map.map(({ names, points }) => [names, points.map((point) => point.slice(4))]),
    [
      [
        ["loss", "n"],
        [
          [2, 0],
          [3, 10],
        ],
      ],
      [
        ["loss", "n"],
        [
          [0, 0],
          [1, 10],
        ],
      ],
    ],
  );
  const panels = await seriesOf(
    {
      hconcat: ["left", "right"].map((title) => ({
        ...cells,
        title,
        mark: "point",
        encoding: { x: field("l"), y: field("lo", "quantitative", { title: "low" }) },
      })),
    },
    ["l", "lo"],
  );
  assert.deepEqual(
    panels.map(({ names, points }) => [names, points[0]?.slice(4)]),
    [
      [
        ["l", "lo", "panel"],
        [0, 0, "left"],
      ],
      [
        ["l", "lo", "panel"],
        [0, 0, "right"],
      ],
    ],
  );
});

test("x and y are called as the axes are, and a setting has its own rows", async () => {
  const chart = steeredChart();
  const [series] = await seriesOf(
    {
      ...chart,
      params: [{ name: "size", value: 100 }],
      encoding: { x: field("generation"), y: field("error", "quantitative", { title: "squared" }) },
    },
    ["generation", "error"],
  );
  assert.deepEqual(
    series?.points.map((point) => point.slice(4)),
    [
      [0, 100],
      [1, 50],
      [2, 1],
    ],
  );
  const [named] = await seriesOf(
    {
      data: { values: [{ x: 1, y: 2 }] },
      mark: "point",
      encoding: { x: field("x", "quantitative", { title: "rounds" }), y: field("y") },
    },
    ["x", "y"],
  );
  assert.deepEqual(named?.names, ["rounds", "y"]);
});
