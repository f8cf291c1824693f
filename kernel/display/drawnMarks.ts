/** What a field of the data decides of a mark: its place, its look, or which marks make one line or panel. */
export type FieldUse = "x" | "x2" | "y" | "y2" | "look" | "split" | "other";

/** Marks of one kind in a drawing, with what they draw. */
export interface DrawnMarks {
  /** As Vega names it: "symbol", "line", "area", "rect", "rule", … */
  readonly type: string;
  /** The title of the panel that they stand in; "" where there is one panel, or it has none. */
  readonly panel: string;
  /** What the axes are called, or "". */
  readonly axes: { readonly x: string; readonly y: string };
  readonly fields: readonly Field[];
  /**
   * A list for each line or area; other marks of a panel are one list. A mark is its middle, its width and height, in the units
   * of the plot (an area is high and not wide), or null where it has no place; then a value for each field.
   */
  readonly lists: readonly (readonly (readonly unknown[])[])[];
}

interface Field {
  readonly name: string;
  readonly use: FieldUse;
}

/** What is known of the marks of one name before they are drawn. */
type Known = Pick<DrawnMarks, "fields" | "axes">;

/** A part of a compiled specification. */
interface Part {
  readonly type?: string;
  readonly name?: string;
  readonly marks?: readonly Part[];
  readonly axes?: readonly { readonly scale: string; readonly title?: unknown }[];
  readonly encode?: { readonly update?: Readonly<Record<string, unknown>> };
  readonly from?: { readonly facet?: { readonly groupby?: string | readonly string[] } };
}

/** What stands in a drawing; the marks of a group are items of its items. */
interface Item {
  readonly x?: number;
  readonly y?: number;
  readonly x2?: number;
  readonly y2?: number;
  readonly width?: number;
  readonly height?: number;
  readonly defined?: boolean;
  readonly clip?: boolean;
  readonly text?: unknown;
  readonly datum?: Readonly<Record<string, unknown>>;
  readonly items?: readonly Mark[];
}

interface Mark {
  readonly marktype?: string;
  readonly name?: string;
  readonly role?: string;
  readonly items: readonly Item[];
}

/**
 * The marks of a chart that draw data: not its axes, its legends and its labels.
 *
 * @param compiled Vega's specification
 * @param root the drawing
 */
export function marksOf(compiled: object, root: Mark): DrawnMarks[] {
  const known = knownMarks(compiled as Part);
  const found = new Map<string, DrawnMarks & { readonly lists: unknown[][][] }>();
  const walk = (mark: Mark, left: number, top: number, panel: string): void => {
    const { marktype: type = "", name = "", role = "", items } = mark;
    if (/^(?:axis|legend|title)/.test(role)) return;
    if (type === "group") {
      for (const { x = 0, y = 0, items: inner = [] } of items) {
        const title = mark === root ? "" : titleIn(inner);
        for (const each of inner) walk(each, left + x, top + y, title || panel);
      }
      return;
    }
    const own = known.get(name);
    const first = items.find(({ datum }) => datum)?.datum;
    if (!own || !first || type === "text" || type === "image") return;
    const drawn = fieldsIn(first, own.fields);
    const fields = [...drawn, ...(type === "rect" ? others(first, drawn) : [])];
    const key = `${name} ${panel}`;
    const marks = found.get(key) ?? { type, panel, axes: own.axes, fields, lists: [] };
    found.set(key, marks);
    const list = items.flatMap((item): unknown[][] => {
      const { datum, defined } = item;
      if (!datum || defined === false) return [];
      return [[...placeOf(item, type, left, top), ...fields.map(({ name }) => datum[name] ?? null)]];
    });
    if (list.length > 0) marks.lists.push(list);
  };
  walk(root, 0, 0, "");
  return [...found.values()].filter(({ lists }) => lists.length > 0);
}

/** What stands above a panel. */
function titleIn(marks: readonly Mark[]): string {
  const words = (mark: Mark): string[] =>
    mark.items.flatMap(({ text, items = [] }) => [
      ...(text === undefined ? [] : [lines(text)]),
      ...items.flatMap(words),
    ]);
  return marks
    .filter(({ role }) => role === "title")
    .flatMap(words)
    .join(", ");
}

/** A text of one line or of several. */
const lines = (text: unknown): string => [text].flat().join(" ");

/** A stack has a start and an end; what they are made of is one field of the data. */
function fieldsIn(datum: object, known: readonly Field[]): Field[] {
  const found = new Map<string, Field>();
  for (const { name, use } of known) {
    const whole = name.replace(/_(?:start|end)$/, "");
    const own = whole in datum ? whole : name;
    if (!found.has(own)) found.set(own, { name: own, use });
  }
  return [...found.values()];
}

/** What else is known of a cell of a map, whose edges alone say little. */
const others = (datum: object, known: readonly Field[]): readonly Field[] =>
  Object.keys(datum)
    .filter((name) => !known.some((field) => field.name === name))
    .map((name) => ({ name, use: "other" }));

function placeOf(item: Item, type: string, left: number, top: number): (number | null)[] {
  const { x = 0, y = 0 } = item;
  const [width, height] = isBox(type)
    ? [item.width ?? (item.x2 ?? x) - x, item.height ?? (item.y2 ?? y) - y]
    : [0, 0];
  const place = [left + x + width / 2, top + y + height / 2, Math.abs(width), Math.abs(height)];
  return place.every(Number.isFinite) ? place.map((at) => Math.round(at * 10) / 10) : place.map(() => null);
}

const isBox = (type: string): boolean => type === "rect" || type === "rule" || type === "area";

/** The fields that each named mark is made from, and the titles of its axes. */
function knownMarks(root: Part): Map<string, Known> {
  const found = new Map<string, Known>();
  const titles = new Map<string, string>();
  const read = ({ axes = [], marks = [] }: Part): void => {
    for (const { scale, title } of axes)
      if (typeof title === "string" || Array.isArray(title)) titles.set(scale, lines(title));
    for (const each of marks) read(each);
  };
  read(root);
  const walk = ({ type, name = "", marks = [], encode, from }: Part, around: readonly string[]): void => {
    const inside = [...around, ...[from?.facet?.groupby ?? []].flat().map(plainName)];
    if (type === "group" || type === undefined) for (const each of marks) walk(each, inside);
    else {
      const uses = new Map<string, FieldUse>();
      const note = (field: string, use: FieldUse): void => {
        if (!uses.has(field)) uses.set(field, use);
      };
      for (const field of inside) note(field, "split");
      for (const [channel, value] of Object.entries(encode?.update ?? {})) {
        if (/^(?:description|tooltip|text|cursor|href|defined|aria)/.test(channel)) continue;
        for (const field of namedIn(value)) note(field, useOf(channel));
      }
      const title = (value: unknown): string =>
        titles.get(/"scale":"([^"]*)"/.exec(JSON.stringify(value) ?? "")?.[1] ?? "") ?? "";
      const { x, y, xc, yc } = encode?.update ?? {};
      found.set(name, {
        fields: [...uses].map(([field, use]) => ({ name: field, use })),
        axes: { x: title(x ?? xc), y: title(y ?? yc) },
      });
    }
  };
  walk(root, []);
  return found;
}

const useOf = (channel: string): FieldUse =>
  channel === "x2" || channel === "y2"
    ? channel
    : /^(?:x|xc|width)$/.test(channel)
      ? "x"
      : /^(?:y|yc|height)$/.test(channel)
        ? "y"
        : "look";

/** A value may be one rule or several, with tests; a field stands there by its name, or in an expression. */
function namedIn(value: unknown): string[] {
  const text = JSON.stringify(value) ?? "";
  const names = [...text.matchAll(/"field":("(?:[^"\\]|\\.)*")|datum\[\\?("(?:[^"\\]|\\[^"])*?)\\?"\]/g)];
  return names.map(([, field, inSignal]) =>
    plainName(field === undefined ? `${inSignal}`.slice(1) : (JSON.parse(field) as string)),
  );
}

/** `a\\.b` is the field "a.b". */
const plainName = (name: string): string => name.replace(/\\(.)/g, "$1").replace(/^\["?|"?\]$/g, "");
