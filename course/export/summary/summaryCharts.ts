import { quantile } from "./quantile.ts";
import { scoreBins } from "./scoreBins.ts";
import { groupOf, statusGroups } from "./statusGroups.ts";
import { colour } from "./summaryColours.ts";
import type { Count, ExerciseFacts } from "./summaryFacts.ts";

/** A Vega-Lite specification. */
export type Spec = Readonly<Record<string, unknown>>;

const width = 330;
const rowHeight = 40;
/** A bar lies under its label, so that a long title has the whole width. */
const place = { y: { field: "row", type: "ordinal", axis: null, sort: null, scale: { paddingInner: 0 } } };
const labelMark = {
  type: "text",
  align: "left",
  baseline: "bottom",
  dy: -3,
  fontSize: 13,
  fill: colour("ink"),
};
const barMark = { type: "bar", height: 12, yOffset: 8 };

/** Bars lying down, each under its label, with its number at the end of the line. */
export function countsChart(rows: readonly (Count & { readonly shown: string })[], most: number): Spec {
  const room = 12 + Math.max(0, ...rows.map(({ shown }) => shown.length)) * 8; // a digit is about as wide
  return {
    ...frame,
    height: rowHeight * rows.length,
    data: { values: rows.map((each, row) => ({ ...each, row })) },
    encoding: place,
    layer: [
      {
        mark: { ...barMark, color: colour("bar") },
        encoding: {
          x: { field: "count", type: "quantitative", axis: null, scale: { domain: [0, Math.max(most, 1)] } },
        },
      },
      {
        mark: { ...labelMark, limit: width - room },
        encoding: { text: { field: "label" }, x: { value: 0 } },
      },
      { mark: { ...labelMark, align: "right" }, encoding: { text: { field: "shown" }, x: { value: width } } },
    ],
  };
}

/** How many have so many points: a bar for each number of points if these are whole and few, else ten equal ones. */
export function scoresChart(scores: readonly number[], points: number): Spec {
  const { bins, from, to, isWhole } = scoreBins(scores, points);
  return {
    ...frame,
    height: 130,
    data: {
      values: bins
        .filter(({ count }) => count > 0)
        .map(({ from, to, middle, count }) => {
          const gap = (to - from) * 0.04;
          return { left: from + gap, right: to - gap, middle, count };
        }),
    },
    encoding: {
      x: {
        field: "left",
        type: "quantitative",
        title: "points",
        scale: { domain: [from, to], nice: false },
        axis: {
          grid: false,
          format: "~g",
          ...(isWhole ? { values: bins.map(({ middle }) => middle) } : { tickCount: 6 }),
        },
      },
      x2: { field: "right" },
      y: { field: "count", type: "quantitative", axis: null, stack: null, scale: { domainMin: 0 } },
    },
    layer: [
      { mark: { type: "bar", orient: "vertical", color: colour("bar") }, encoding: { y2: { datum: 0 } } },
      {
        mark: { type: "text", baseline: "bottom", dy: -2, fontSize: 12, fill: colour("ink") },
        encoding: { text: { field: "count" }, x: { field: "middle", type: "quantitative" }, x2: null },
      },
    ],
  };
}

/** For each exercise, how many answers fared how. */
export function statusesChart(exercises: readonly ExerciseFacts[]): Spec {
  const groups = Object.keys(statusGroups);
  const values = exercises.flatMap(({ title, statuses }, row) =>
    groups.map((group, place) => ({
      ...{ row, title, group, place },
      count: statuses
        .filter(({ label }) => groupOf(label) === group)
        .reduce((sum, { count }) => sum + count, 0),
    })),
  );
  const found = groups.filter((group) => values.some((each) => each.group === group && each.count > 0));
  return {
    ...frame,
    height: rowHeight * exercises.length,
    data: { values },
    encoding: place,
    layer: [
      {
        mark: barMark,
        encoding: {
          x: { field: "count", type: "quantitative", axis: null, stack: "zero" },
          order: { field: "place", type: "quantitative" },
          color: {
            field: "group",
            type: "nominal",
            scale: { domain: found, range: found.map((group) => colour(statusGroups[group]!.colour)) },
            legend: { orient: "bottom", columns: 2, title: null, symbolType: "square" },
          },
        },
      },
      labelLayer(exercises.map(({ title }, row) => ({ title, row }))),
    ],
  };
}

/** For each exercise, how long judging took: from the tenth to the ninetieth percentile, with the median. */
export function timesChart(exercises: readonly ExerciseFacts[]): Spec {
  const timed = exercises.filter(({ times }) => times.length > 0);
  const values = timed.map(({ title, times }, row) => ({
    row,
    title,
    low: quantile(times, 0.1) / 1000,
    middle: quantile(times, 0.5) / 1000,
    high: quantile(times, 0.9) / 1000,
  }));
  const x = { type: "quantitative", title: "seconds", scale: { zero: true }, axis: { tickCount: 5 } };
  return {
    ...frame,
    height: rowHeight * timed.length,
    data: { values },
    encoding: place,
    layer: [
      {
        mark: { type: "rule", yOffset: 8, strokeWidth: 4, color: colour("nothing") },
        encoding: { x: { field: "low", ...x }, x2: { field: "high" } },
      },
      {
        mark: { type: "point", filled: true, size: 80, yOffset: 8, opacity: 1, color: colour("bar") },
        encoding: { x: { field: "middle", ...x } },
      },
      labelLayer(values),
    ],
  };
}

const labelLayer = (values: readonly { readonly title: string; readonly row: number }[]): Spec => ({
  data: { values },
  mark: { ...labelMark, limit: width },
  encoding: { text: { field: "title" }, x: { value: 0 } },
});

const frame = {
  $schema: "https://vega.github.io/schema/vega-lite/v6.json",
  width,
  background: "transparent",
  padding: 2,
  config: {
    aria: false, // the page says it in words
    font: "sans-serif",
    view: { stroke: null },
    axis: {
      labelFontSize: 12,
      titleFontSize: 12,
      titleFontWeight: "normal",
      labelColor: colour("soft"),
      titleColor: colour("soft"),
      domainColor: colour("soft"),
      tickColor: colour("soft"),
      gridColor: colour("rule"),
    },
    legend: { labelFontSize: 12, labelColor: colour("soft") },
  },
};
