import { palette } from "./palette.ts";

/** A Vega-Lite chart as plain data; `description` is one sentence that says what the chart shows. */
export interface Figure {
  readonly $schema: "https://vega.github.io/schema/vega-lite/v5.json";
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly [property: string]: unknown;
}

/**
 * A Vega-Lite chart in the house style: 420 wide, a fixed height, 14-point text, transparent background.
 *
 * @param description one sentence: the finding, with its numbers
 * @param height in pixels
 * @param body the rest of the specification: data, layers, encodings
 * @returns the specification, plain and JSON-able
 * @throws {TypeError} if the description is empty
 * @see https://vega.github.io/vega-lite/docs/spec.html
 * @example figure("Nothing is drawn.", 100, { data: { values: [] }, mark: "point" }).width // => 420
 */
export function figure(description: string, height: number, body: Readonly<Record<string, unknown>>): Figure {
  if (!description)
    throw new TypeError("Cannot draw a figure: description must say what it shows, got nothing");
  const text = { labelFontSize: 14, titleFontSize: 14, titleFontWeight: "normal", labelColor: palette.soft };
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    description,
    width: 420, // with its axis, a phone has room for the whole

    height,
    background: "transparent",
    ...body,
    config: {
      locale,
      view: { stroke: null },
      axis: {
        ...text,
        titleColor: palette.soft,
        gridColor: palette.grid,
        domainColor: palette.soft,
        tickColor: palette.soft,
        titlePadding: 8,
        labelLimit: uncut,
        labelSeparation: 6, // else the last two numbers may read as one
        labelExpr: upToFourDigits,
      },
      legend: {
        ...text,
        titleColor: palette.soft,
        orient: "top",
        columns: 4,
        symbolStrokeWidth: 2,
        symbolSize: 600, // a line long enough to show its dash
        labelLimit: uncut,
        titleLimit: uncut,
        layout: { top: { direction: "vertical" } },
      },
      text: { fontSize: 14, color: palette.soft },
    },
  };
}

/** No limit: without a canvas Vega takes text for far wider than it is, and would cut what has room. */
const uncut = 0;

/** A year is 1850 and not 1 850: below ten thousand nothing stands between the digits. */
const upToFourDigits =
  'isNumber(datum.value) && abs(datum.value) < 1e4 ? replace(datum.label, "\u00a0", "") : datum.label';

/** Numbers as the sentences write them: 10 000, with a space that does not break. */
const locale = { number: { decimal: ".", thousands: "\u00a0", grouping: [3], currency: ["", ""] } };
