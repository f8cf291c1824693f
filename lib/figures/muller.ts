import { requireFinite } from "../require/requireFinite.ts";
import { requireSameLength } from "../require/requireSameLength.ts";
import { capitalised, spokenList, spokenPercent } from "../show/spoken.ts";
import { type Figure, figure } from "./figure.ts";
import { palette } from "./palette.ts";
import { chartNumber } from "./parts/chartNumber.ts";
import { spaced } from "./parts/spaced.ts";

const action = "draw a Muller plot";
/**
 * The looks of bands: eight that differ in grey, too, and stand beside unlike ones. Where there are more types, the eight
 * that ever had most get them, and the others two weak greys in turn.
 */
const looks = [
  { color: palette.synthetic, strength: 0.75 },
  { color: palette.more[2], strength: 0.45 },
  { color: palette.theory, strength: 0.65 },
  { color: palette.more[0], strength: 0.5 },
  { color: palette.real, strength: 0.72 },
  { color: palette.soft, strength: 0.22 },
  { color: palette.more[1], strength: 0.6 },
  { color: palette.grid, strength: 0.4 },
  { color: palette.soft, strength: 0.36 },
  { color: palette.soft, strength: 0.5 },
];
const own = 8;

/**
 * Who is there, over generations: one band per type or lineage, as high as its share, on top of one another in the
 * order given. A band that narrows to nothing has died out. Eight types have colours of their own: those that ever had
 * most. Names stand before the bands; of a type that begins with too little, in its band, if it ever has the room.
 *
 * @param options.shares `shares[generation][type]`, shares or counts ≥ 0, of which each generation's sum is the
 *   whole; 2 or more generations, 1 to 120 types
 * @param options.names what the types are called, shape (types); the eight with colours of their own are named. Optional
 * @param options.x title of the x-axis. Default "generation"
 * @returns a Vega-Lite specification
 * @throws {RangeError} if there are too few generations or too many types, generations differ,
 *   or a share is negative or not finite, or all of a generation are 0
 * @see Muller (1932), Am. Nat. 66:118–138, doi:10.1086/280418 — chapter 5
 * @example
 * muller({ shares: [[0.5, 0.5], [0.25, 0.75], [0, 1]], names: ["tall", "short"] }).description
 * // => "“short” is the only one of 2 types left in generation 2."
 */
export function muller(options: {
  shares: readonly ArrayLike<number>[];
  names?: readonly string[];
  x?: string;
}): Figure {
  const { names, x = "generation" } = options;
  const types = options.shares[0]?.length ?? 0;
  if (options.shares.length < 2 || types < 1 || types > 120) {
    throw new RangeError(
      `Cannot ${action}: shares must hold at least 2 generations of 1 to 120 types, got ${options.shares.length} of ${types}`,
    );
  }
  const shares = options.shares.map((row, t) => wholeOf(row, t, options.shares[0]!));
  if (names) requireSameLength(action, "names", names, "shares[0]", shares[0]!);

  const last = shares.length - 1;
  const shown = spaced(last, 61);
  const floors = shown.map((t) => {
    let floor = 0;
    return Array.from(shares[t]!, (share) => {
      floor += share;
      return floor - share;
    });
  });
  const peak = (type: number): number => Math.max(...shares.map((row) => row[type]!));
  const largest = Array.from({ length: types }, (_, type) => type)
    .sort((a, b) => peak(b) - peak(a))
    .slice(0, own)
    .sort((a, b) => a - b);
  const lookOf = (type: number): number =>
    largest.includes(type) ? largest.indexOf(type) : own + (type % 2);
  const bands = Array.from({ length: types }, (_, type) => type).flatMap((type) =>
    shown.flatMap((t, i) => {
      const share = (at: number): number => shares[shown[at] ?? t]![type]!;
      // The point where a band ends is drawn, nothing after it.
      if (share(i) === 0 && share(i - 1) === 0 && share(i + 1) === 0) return [];
      const bottom = floors[i]![type]!;
      return {
        generation: t,
        type: names?.[type] ?? type,
        bottom: chartNumber(bottom)!,
        top: chartNumber(bottom + share(i))!,
        look: lookOf(type),
      };
    }),
  );
  const named = names ? largest.map((type) => nameAt(type, names, shares, shown, floors, lookOf(type))) : [];
  const text = (values: readonly object[], align: string, encoding: object) => ({
    data: { values: values.filter((place) => (place as Name).align === align) },
    mark: { type: "text", baseline: "middle", align, ...(align === "right" && { dx: -6 }) },
    encoding: { y: { ...vertical, field: "middle" }, text: { field: "name" }, ...encoding },
  });
  const looking = (range: readonly unknown[]) => ({
    field: "look",
    type: "ordinal",
    scale: { type: "ordinal", domain: Array.from(looks.keys()), range },
    legend: null,
  });
  const horizontal = {
    field: "generation",
    type: "quantitative",
    title: x,
    scale: { domain: [0, last], nice: false },
    axis: { tickCount: 6, grid: false },
  };
  return figure(sentenceOf(shares, names, x), 320, {
    width: 340, // the names stand beside it, and the whole on a phone
    layer: [
      {
        data: { values: bands },
        mark: { type: "area", strokeWidth: 0.75, stroke: palette.real },
        encoding: {
          x: horizontal,
          y: { ...vertical, field: "bottom" },
          y2: { field: "top" },
          detail: { field: "type", type: "nominal" },
          color: looking(looks.map(({ color }) => color)),
          fillOpacity: looking(looks.map(({ strength }) => strength)),
        },
      },
      text(named.flat(), "right", { x: { value: 0 } }),
      text(named.flat(), "center", {
        x: horizontal,
        color: { condition: { test: "datum.look === 4", value: palette.grid }, value: palette.real },
      }),
    ],
  });
}

/** A generation as shares of its sum. */
function wholeOf(row: ArrayLike<number>, t: number, first: ArrayLike<number>): number[] {
  const name = `shares[${t}]`;
  requireSameLength(action, name, row, "shares[0]", first);
  requireFinite(action, name, row);
  const amounts = Array.from(row);
  const lacking = amounts.findIndex((amount) => amount < 0);
  if (lacking >= 0) {
    throw new RangeError(
      `Cannot ${action}: ${name}[${lacking}] must not be negative, got ${amounts[lacking]}`,
    );
  }
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  if (!(sum > 0)) throw new RangeError(`Cannot ${action}: ${name} must hold a share above 0, got all 0`);
  return amounts.map((amount) => amount / sum);
}

const vertical = {
  type: "quantitative",
  title: "share",
  scale: { domain: [0, 1] },
  axis: { format: "%", grid: false, tickCount: 5, orient: "right" },
};

/** Where a name stands: before its band, or in it. */
interface Name {
  readonly name: string;
  readonly middle: number | null;
  readonly generation: number;
  readonly align: "right" | "center";
  readonly look: number;
}

/** A name before its band, or where the band has most room for it, if it has enough anywhere. */
function nameAt(
  type: number,
  names: readonly string[],
  shares: readonly ArrayLike<number>[],
  shown: readonly number[],
  floors: readonly (readonly number[])[],
  look: number,
): Name[] {
  const place = (bottom: number, top: number, generation: number, align: Name["align"]): Name[] => [
    { name: names[type]!, middle: chartNumber((bottom + top) / 2), generation, align, look },
  ];
  const [floor, start] = [floors[0]![type]!, shares[0]![type]!];
  if (start >= enough) return place(floor, floor + start, 0, "right");
  const half = Math.ceil(shown.length * 0.12); // as wide as a word, to either side
  let best = { generation: 0, bottom: 0, top: 0 };
  for (let i = half; i < shown.length - half; i += 1) {
    let [bottom, top] = [0, 1];
    for (let j = i - half; j <= i + half; j += 1) {
      bottom = Math.max(bottom, floors[j]![type]!);
      top = Math.min(top, floors[j]![type]! + shares[shown[j]!]![type]!);
    }
    if (top - bottom > best.top - best.bottom) best = { generation: shown[i]!, bottom, top };
  }
  const { generation, bottom, top } = best;
  return top - bottom < enough ? [] : place(bottom, top, generation, "center");
}

/** A line of text needs a share as high as this. */
const enough = 0.05;

function sentenceOf(
  shares: readonly ArrayLike<number>[],
  names: readonly string[] | undefined,
  x: string,
): string {
  const alive = (row: ArrayLike<number>): number => Array.from(row).filter((share) => share > 0).length;
  const last = Array.from(shares.at(-1)!);
  const called = (type: number): string => (names ? `“${names[type]}”` : `type ${type}`);
  const [begun, left, end] = [alive(shares[0]!), alive(last), `${x} ${shares.length - 1}`];
  const most = Math.max(...last);
  const largest = last.flatMap((share, type) => (share === most ? [called(type)] : []));
  if (left === 1) {
    const only = begun === 1 ? "is the one type" : `is the only one of ${begun} types left`;
    return capitalised(`${largest[0]} ${only} in ${end}.`);
  }
  const are = largest.length === 1 ? "is" : "are";
  const each = largest.length === 1 ? "" : " each";
  return (
    `Of ${begun} type${begun === 1 ? "" : "s"} in ${x} 0, ${left} are left in ${end}; ${spokenList(largest)} ${are} ` +
    `largest then, with ${spokenPercent(most)}${each}.`
  );
}
