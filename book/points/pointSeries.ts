import type { DrawnMarks } from "../../kernel/display/drawnMarks.ts";

/** Points of a drawing that belong together, in the order in which they are read. */
export interface PointSeries {
  /** What the values are called. */
  readonly names: readonly string[];
  /** The middle of a point, its width and height, in units of the plot, or null where it has no place; then a value for each name. */
  readonly points: readonly (readonly unknown[])[];
}

/**
 * What a reader goes through of a drawing: a series for each line, area, row of a map, or kind of mark. What is drawn twice, as
 * a line and as the points on it, is there once.
 *
 * @param columns of the figure's data: they give the order of a point's values, and what may be said of the cells of a map
 */
export function pointSeries(marks: readonly DrawnMarks[], columns: readonly string[]): PointSeries[] {
  const told = new Set<string>();
  return marks
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .flatMap((each) => {
      const said = saidFields(each, columns);
      const names = said.map(({ name }) => nameOf(name, each));
      const { panel, type } = each;
      return seriesIn(each).flatMap((list): PointSeries[] => {
        const points = list.map((mark) => [
          ...mark.slice(0, 4),
          ...said.map(({ at }) => mark[4 + at]),
          ...(panel ? [panel] : []),
        ]);
        const key = JSON.stringify([names, points.map((point) => point.slice(4))]);
        if (type === "symbol" && told.has(key)) return [];
        told.add(key);
        return [{ names: [...names, ...(panel ? ["panel"] : [])], points }];
      });
    });
}

/** The data as they are, for a drawing in which no mark stands for a row. */
export const rowSeries = (
  columns: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
): PointSeries[] => [
  {
    names: columns,
    points: rows.map((row) => [null, null, null, null, ...columns.map((column) => row[column] ?? null)]),
  },
];

/** Bands and bars of error come after what they are about. */
const rankOf = ({ type }: DrawnMarks): number => (type === "area" || type === "rule" ? 1 : 0);

/** Axes say what "x" and "y" are. */
const nameOf = (name: string, { axes }: DrawnMarks): string =>
  name === "x" || name === "y" ? axes[name] || name : name;

interface Said {
  readonly name: string;
  /** Its place in the list of fields. */
  readonly at: number;
}

/** What is said of a point: what it is drawn from; of a cell of a map what it stands for, and not its edges. */
function saidFields({ fields, type }: DrawnMarks, columns: readonly string[]): Said[] {
  const all = fields.map((field, at) => ({ ...field, at }));
  const known = all.filter(({ name, use }) => use !== "other" || columns.includes(name));
  const inside = known.filter(({ use }) => use === "look" || use === "other");
  const isMap = type === "rect" && all.some(({ use }) => use === "x2") && all.some(({ use }) => use === "y2");
  const place = ({ name }: Said): number => columns.indexOf(name) >>> 0; // what is no column comes last
  const said = isMap ? (inside.length > 1 ? inside : known) : known.filter(({ use }) => use !== "other");
  return said.toSorted((a, b) => place(a) - place(b));
}

type List = DrawnMarks["lists"][number];

function seriesIn(marks: DrawnMarks): readonly List[] {
  if (marks.type === "line" || marks.type === "area") return marks.lists;
  return marks.lists.flatMap((list) => (marks.type === "rect" ? rows(list, marks) : kinds(list, marks)));
}

const x = (mark: readonly unknown[]): number => Number(mark[0]);
const y = (mark: readonly unknown[]): number => Number(mark[1]);

/** The rows of a map; bars from left to right, or down, where words name them. */
function rows(list: List, marks: DrawnMarks): readonly List[] {
  const byHeight = [...Map.groupBy(list, y).values()];
  if (byHeight.length > 1 && byHeight.every((row) => row.length > 1))
    return byHeight.toSorted((a, b) => y(a[0]!) - y(b[0]!)).map((row) => row.toSorted((a, b) => x(a) - x(b)));
  const isWorded = (use: string): boolean =>
    marks.fields.some((field, at) => field.use === use && typeof list[0]?.[4 + at] === "string");
  return kinds(
    isWorded("x")
      ? list.toSorted((a, b) => x(a) - x(b))
      : isWorded("y")
        ? list.toSorted((a, b) => y(a) - y(b))
        : list,
    marks,
  );
}

/** Marks that words tell apart, such as an arm, unless nearly each has words of its own. */
function kinds(list: List, { fields, type }: DrawnMarks): readonly List[] {
  const wordsOf = (mark: readonly unknown[]): string =>
    JSON.stringify(
      fields.flatMap(({ use }, at) =>
        (use === "look" || use === "split") && typeof mark[4 + at] !== "number" ? [mark[4 + at]] : [],
      ),
    );
  const own = [...Map.groupBy(list, wordsOf).values()];
  const series = own.length * 2 > list.length ? [list] : own;
  return type === "symbol" ? series.map((each) => each.toSorted((a, b) => x(a) - x(b))) : series;
}
