import { chartNumber } from "../internal/chartNumber.ts";
import { requireFinite } from "../internal/requireFinite.ts";
import { requireSameLength } from "../internal/requireSameLength.ts";
import { seriesLooks } from "../internal/seriesLooks.ts";
import { shortNumber } from "../internal/shortNumber.ts";
import { spaced } from "../internal/spaced.ts";
import { type Figure, figure } from "./figure.ts";
import { palette } from "./palette.ts";

const action = "draw a Muller plot";
/** Colours, in the order of their size, for the types that were ever largest; the others share a soft one. */
const ranks = ["1", "2", "3", "4", "5", "other"];
const rankColours = [...seriesLooks.slice(0, 5).map(({ color }) => color), palette.soft];

/**
 * Who is there, over generations: one band per type or lineage, as high as its share, on top of one another in the
 * order given. A band that narrows to nothing has died out. The five types that ever had most have colours of their own.
 *
 * @param options.shares `shares[generation][type]`, shares or counts ≥ 0, of which each generation's sum is the
 *   whole; 2 or more generations, 1 to 120 types
 * @param options.names what the types are called, shape (types); the largest five are named in the figure. Optional
 * @param options.x title of the lying axis. Default "generation"
 * @returns a Vega-Lite specification
 * @throws {RangeError} if there are too few generations or too many types, generations differ,
 *   or a share is negative or not finite, or all of a generation are 0
 * @see Muller (1932), Am. Nat. 66:118–138, doi:10.1086/280418 — chapter 5
 * @example
 * muller({ shares: [[0.5, 0.5], [0.25, 0.75], [0, 1]], names: ["tall", "short"] }).description
 * // => "Of 2 types in generation 0, 1 is left in generation 2; short is largest then, with a share of 1."
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
    .slice(0, 5);
  const rankOf = (type: number): string => ranks[largest.indexOf(type)] ?? "other";
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
        rank: rankOf(type),
        // Neighbours without a colour of their own differ a little.
        strength: largest.includes(type) ? 0.6 : 0.25 + 0.15 * (type % 2),
      };
    }),
  );
  return figure(sentenceOf(shares, names), 340, {
    width: 500,
    encoding: {
      x: {
        field: "generation",
        type: "quantitative",
        title: x,
        scale: { domain: [0, last], nice: false },
        axis: { tickCount: 6, grid: false },
      },
    },
    layer: [
      {
        data: { values: bands },
        mark: { type: "area", strokeWidth: 0.5, stroke: palette.grid },
        encoding: {
          y: { ...upright, field: "bottom" },
          y2: { field: "top" },
          detail: { field: "type", type: "nominal" },
          color: {
            field: "rank",
            type: "nominal",
            scale: { domain: ranks, range: rankColours },
            legend: null,
          },
          opacity: {
            field: "strength",
            type: "quantitative",
            scale: { domain: [0, 1], range: [0, 1] },
            legend: null,
          },
        },
      },
      {
        data: { values: names ? largest.flatMap((type) => nameAt(type, names, shares, shown, floors)) : [] },
        mark: { type: "text", baseline: "middle", color: palette.real },
        encoding: { y: { ...upright, field: "middle" }, text: { field: "name" } },
      },
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

const upright = {
  type: "quantitative",
  title: "share",
  scale: { domain: [0, 1] },
  axis: { format: "%", grid: false, tickCount: 5 },
};

/** A name where its band has most room for it, if it has enough anywhere. */
function nameAt(
  type: number,
  names: readonly string[],
  shares: readonly ArrayLike<number>[],
  shown: readonly number[],
  floors: readonly (readonly number[])[],
): object[] {
  const half = Math.ceil(shown.length * 0.07); // as wide as a word, to either side
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
  if (top - bottom < 0.06) return [];
  return [{ generation, middle: chartNumber((bottom + top) / 2), name: names[type]! }];
}

function sentenceOf(shares: readonly ArrayLike<number>[], names: readonly string[] | undefined): string {
  const alive = (row: ArrayLike<number>): number => Array.from(row).filter((share) => share > 0).length;
  const last = Array.from(shares.at(-1)!);
  const most = Math.max(...last);
  const winner = names?.[last.indexOf(most)] ?? `type ${last.indexOf(most)}`;
  const left = alive(last);
  return (
    `Of ${alive(shares[0]!)} types in generation 0, ${left} ${left === 1 ? "is" : "are"} left in generation ` +
    `${shares.length - 1}; ${winner} is largest then, with a share of ${shortNumber(most)}.`
  );
}
