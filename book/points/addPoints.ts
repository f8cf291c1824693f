import { contentHash } from "../cache.ts";
import { registered } from "../live/registered.ts";
import { chartData, rowsAt } from "../render/chartData.ts";
import type { Context } from "../render/context.ts";
import { readable } from "../render/dataTable.ts";
import { chartMarks, type Spec } from "../render/drawChart.ts";
import { type Setting, type Steering, settingsOf } from "../render/steering.ts";
import { type PointSeries, pointSeries, rowSeries } from "./pointSeries.ts";
import { type PackedSeries, type Pictures, pointsName, pointsPath } from "./pointsFile.ts";

/** Changes when what is told of a point changes, so that old ones are not taken from the cache. */
const version = 1;

/**
 * Writes what a reader goes through of a figure, point by point, into a file beside it: it is loaded when somebody reaches for
 * the points. The values are those of the figure's table, in its words.
 *
 * @param name of the figure in its page
 */
export async function addPoints(
  spec: Spec,
  steering: Steering | undefined,
  name: string,
  context: Context,
): Promise<void> {
  if (chartData(spec).rows.length === 0) return;
  const settings: readonly Setting[] = steering ? settingsOf(steering) : [{}];
  const pictures = await context.cache.remember(
    "points",
    [version, spec],
    (): Promise<Pictures> => Promise.all(settings.map((at) => pictureOf(spec, at))),
  );
  const figure = `${context.chapter.slug}-${name}`;
  const text = registered(pointsName(figure), JSON.stringify(pictures));
  context.downloads.set(pointsPath(figure, contentHash(text, 8)), text);
}

async function pictureOf(spec: Spec, at: Setting): Promise<readonly PackedSeries[]> {
  const params = Object.entries(at).map(([name, value]) => ({ name, value }));
  const { columns, rows } = rowsAt(chartData(spec), at);
  // What Vega is handed it writes into.
  const marks = await chartMarks(structuredClone(params.length > 0 ? { ...spec, params } : spec));
  const found = pointSeries(marks, columns);
  return (found.length > 0 ? found : rowSeries(columns, rows)).map(packed);
}

function packed({ names, points }: PointSeries): PackedSeries {
  return [
    names,
    points.map((point) => [
      ...(point.slice(0, 4) as (number | null)[]),
      ...point.slice(4).map((value) => valueWords(value)),
    ]),
  ];
}

/** As the table writes it; a whole number stays one, which takes less room. */
function valueWords(value: unknown): number | string | null {
  if (typeof value === "number")
    return Number.isSafeInteger(value) && Math.abs(value) < 1e9 ? value : readable(value);
  return value === null || value === undefined ? null : String(value);
}
