import { palette } from "../palette.ts";
import { legendColumns } from "./seriesLegend.ts";

/** How one series of a figure is drawn: colour and dash, so that colour is never the only difference. */
export interface LineSeries {
  readonly name: string;
  readonly color: string;
  readonly dash?: readonly number[];
  readonly width?: number;
  readonly opacity?: number;
}

/** The scales of a figure's series, all on the field "series", so that Vega-Lite draws one legend for the four. */
export function seriesScales(series: readonly LineSeries[]): Record<string, object> {
  const domain = series.map(({ name }) => name);
  const legend = { columns: legendColumns(series.map(({ name }) => ({ label: name, mark: "line" }))) };
  const ranges = {
    color: series.map(({ color }) => color),
    strokeDash: series.map(({ dash }) => dash ?? [1, 0]),
    strokeWidth: series.map(({ width }) => width ?? 2),
    strokeOpacity: series.map(({ opacity }) => opacity ?? 1),
  };
  return Object.fromEntries(
    Object.entries(ranges).map(([channel, range]) => [
      channel,
      { field: "series", type: "ordinal", scale: { domain, range }, title: null, legend },
    ]),
  );
}

/** The transform with which a layer says which series it draws. */
export function asSeries(name: string): { calculate: string; as: "series" } {
  return { calculate: JSON.stringify(name), as: "series" };
}

/** The dashes of a mark, if it has any. */
export const dashed = ({ dash }: { dash: readonly number[] }): { strokeDash?: readonly number[] } =>
  dash[1] === 0 ? {} : { strokeDash: dash };

/** Up to six looks for series that stand side by side: a colour, a point shape and a dash each. */
export const seriesLooks: readonly { color: string; shape: string; dash: readonly number[] }[] = [
  { color: palette.synthetic, shape: "circle", dash: [1, 0] },
  { color: palette.theory, shape: "square", dash: [6, 3] },
  { color: palette.more[1], shape: "triangle-up", dash: [2, 2] },
  { color: palette.more[0], shape: "diamond", dash: [8, 3, 2, 3] },
  { color: palette.more[2], shape: "cross", dash: [4, 4] },
  { color: palette.real, shape: "triangle-down", dash: [10, 4] },
];
