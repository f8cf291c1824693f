import { variance } from "../metrics/variance.ts";
import { requireFinite } from "../require/requireFinite.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { spokenList, spokenNumber } from "../show/spoken.ts";
import { type Figure, figure } from "./figure.ts";
import { palette } from "./palette.ts";

/** One step of the ladder. */
export interface Rung {
  readonly generation: number;
  /** A sample of this generation, shape (n), n ≥ 2. */
  readonly values: ArrayLike<number>;
}

/**
 * A distribution per generation, as small histograms stacked like a ladder on one axis, each as tall as its own
 * highest bar: compare widths and places, not heights. Generation 0 is drawn as human, the later ones as synthetic.
 * Values outside `range` are not drawn. A rung whose values are all the same is a spike, and the sentence says so.
 *
 * @param options.rungs samples by generation, top to bottom; at most 10
 * @param options.x title of the axis: the quantity, with its unit
 * @param options.range ends of the axis; default: of the first rung, a tenth wider on both sides
 * @param options.bins bars per histogram, 5 … 60; default 36
 * @returns a Vega-Lite specification
 * @throws {RangeError} if there are no rungs or more than 10, a sample is too short or not finite, or bins is out of range
 * @see chapter 1
 * @example
 * densityLadder({ rungs: [{ generation: 0, values: [0, 2] }, { generation: 9, values: [1, 2] }], x: "x" }).description
 * // => "From generation 0 to 9 the standard deviation of one chain goes from 1.414 to 0.7071."
 */
export function densityLadder(options: {
  rungs: readonly Rung[];
  x: string;
  range?: readonly [number, number];
  bins?: number;
}): Figure {
  const { rungs, x, bins = 36 } = options;
  if (rungs.length === 0 || rungs.length > 10) {
    throw new RangeError(`Cannot draw a ladder: rungs must hold 1 to 10 generations, got ${rungs.length}`);
  }
  for (const [i, { values }] of rungs.entries())
    requireFinite("draw a ladder", `rungs[${i}].values`, values, 2);
  requireInteger("draw a ladder", "bins", bins, 5);
  if (bins > 60) throw new RangeError(`Cannot draw a ladder: bins must be at most 60, got ${bins}`);
  const [low, high] = options.range ?? widened(rungs[0]!.values);
  if (!(high > low))
    throw new RangeError(`Cannot draw a ladder: range must run upwards, got ${low} to ${high}`);

  const drawn = rungs.flatMap((rung, i) => {
    const bars = barsOf(rung, [low, high], bins);
    const tallest = Math.max(...bars.map(({ count }) => count));
    const floor = rungs.length - 1 - i;
    return bars.map(({ from, to, count }) => ({
      ...{ rung: i, from: Number(from.toPrecision(5)), to: Number(to.toPrecision(5)), floor },
      top: Number((floor + (0.92 * count) / tallest).toFixed(4)),
    }));
  });
  const names = rungs.map(({ generation }, i) => ({
    name: `generation ${generation}`,
    at: rungs.length - 1 - i,
  }));
  const yScale = { domain: [0, rungs.length], nice: false };
  return figure(sentenceOf(rungs), 60 + 44 * rungs.length, {
    width: 370, // the names stand beside it
    data: { values: drawn },
    layer: [
      {
        mark: { type: "rect", opacity: 0.8 },
        encoding: {
          x: {
            field: "from",
            type: "quantitative",
            title: x,
            scale: { domain: [low, high], nice: false },
            axis: { format: "~g" },
          },
          x2: { field: "to" },
          y: { field: "floor", type: "quantitative", scale: yScale, axis: null },
          y2: { field: "top" },
          color: {
            condition: { test: `datum.rung === 0 && ${rungs[0]!.generation === 0}`, value: palette.real },
            value: palette.synthetic,
          },
        },
      },
      {
        data: { values: names },
        mark: { type: "text", align: "right", baseline: "bottom", dx: -8, dy: -4 },
        encoding: {
          x: { value: 0 },
          y: { field: "at", type: "quantitative", scale: yScale, axis: null },
          text: { field: "name", type: "nominal" },
        },
      },
      {
        data: { values: names },
        mark: { type: "rule", color: palette.grid },
        encoding: { y: { field: "at", type: "quantitative", scale: yScale, axis: null } },
      },
    ],
  });
}

function widened(values: ArrayLike<number>): [number, number] {
  const all = Array.from(values);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const margin = (high - low) / 10 || 1;
  return [low - margin, high + margin];
}

/** The bars of a rung that hold something; a spike, about two pixels wide, if it has no spread. */
function barsOf(rung: Rung, [low, high]: readonly [number, number], bins: number): Bar[] {
  const values = Array.from(rung.values).filter((value) => value >= low && value <= high);
  const [first] = values;
  if (first === undefined) return [];
  if (hasNoSpread(rung)) {
    const half = (high - low) / 500;
    return [{ from: first - half, to: first + half, count: 1 }];
  }
  const width = (high - low) / bins;
  const counts = new Array<number>(bins).fill(0);
  for (const value of values) counts[Math.min(Math.floor((value - low) / width), bins - 1)]! += 1;
  return counts.flatMap((count, bin) =>
    count > 0 ? [{ from: low + bin * width, to: low + (bin + 1) * width, count }] : [],
  );
}

interface Bar {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

const hasNoSpread = ({ values }: Rung): boolean => Array.from(values).every((value) => value === values[0]);

function sentenceOf(rungs: readonly Rung[]): string {
  const [first, last] = [rungs[0]!, rungs.at(-1)!];
  const sd = ({ values }: Rung): string => spokenNumber(Math.sqrt(variance(values, { ddof: 1 })));
  const spikes = rungs.filter(hasNoSpread).map(({ generation }) => String(generation));
  const spike = `; a spike is a generation without spread: ${spokenList(spikes)}`;
  const change =
    rungs.length === 1
      ? `In generation ${first.generation} the standard deviation of one chain is ${sd(first)}`
      : `From generation ${first.generation} to ${last.generation} the standard deviation of one chain goes from ` +
        `${sd(first)} to ${sd(last)}`;
  return `${change}${spikes.length > 0 ? spike : ""}.`;
}
