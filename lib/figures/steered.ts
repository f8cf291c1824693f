import type { Rng } from "../random/rng.ts";
import { capitalised, spokenNumber } from "../show/spoken.ts";
import type { Figure } from "./figure.ts";
import { type Domain, domainsIn, withDomains } from "./parts/domains.ts";
import { liveHost } from "./parts/liveHost.ts";
import { type Difference, mergeFigures, type Node, rowsOf } from "./parts/mergeFigures.ts";
import { slidersOf } from "./parts/slidersOf.ts";
import { stepOf } from "./parts/stepOf.ts";
import { stillAxes } from "./parts/stillAxes.ts";

/** What a slider may stand at. */
export type SliderValue = number | string;

/** One slider over a stated grid. */
export interface Slider {
  /** What it sets, with its unit: "samples per generation M". */
  readonly label: string;
  /** 2 to 30 values, each once, in their order on the slider. */
  readonly values: readonly SliderValue[];
  /** Where it stands at first, one of the values. Default the first. */
  readonly start?: SliderValue;
  /**
   * For values that are numbers and rise: the figure is defined between them too, for whole numbers or for any. Then a
   * page that can compute lets its readers choose those as well.
   */
  readonly between?: "whole" | "any";
}

/** What a {@link steered} figure is told beside its setting. */
export interface Drawing {
  /** Whether a reader waits for this one setting: then draw less where all of it takes more than a tenth of a second. */
  readonly isLive: boolean;
  /** The stream to draw from: the given one, or one of its splits where a reader asks for another draw. */
  again(rng: Rng): Rng;
}

/** What a {@link steered} figure keeps in its `usermeta.steered`. */
export interface Steering {
  readonly sliders: readonly NamedSlider[];
  /** One sentence per setting; the last slider's values follow one another fastest. */
  readonly descriptions: readonly string[];
  /** There if the figure can be computed while it is looked at. */
  readonly live?: {
    /** Domains of its scales over all settings, in the order in which they stand in the specification. */
    readonly domains: readonly Domain[];
    /** Whether it asks for its stream, and so can be drawn again. */
    readonly draws: boolean;
    /** Whether it asks if somebody waits, and so may draw less then. */
    readonly isSmaller: boolean;
  };
}

/** A slider with its name and all that was left to defaults. */
export type NamedSlider = Required<Omit<Slider, "between">> &
  Pick<Slider, "between"> & { readonly name: string };

/**
 * A figure that a reader steers: one figure per setting of one or two sliders, all computed beforehand, so that
 * nothing has to run while the slider moves. The axes stand still: their domains hold every setting.
 *
 * Where cells run in a page that can compute, a slider with `between` also stops there, and a figure that draws from the
 * stream that `again` gives it can be drawn again; the host takes the figure from the symbol `genloss.steer` of `globalThis`.
 *
 * The settings' figures may differ in their data, their descriptions and the two ends of a scale's domain, in nothing
 * else. Their rows are joined in one specification, each with its setting as a column named after the slider. A
 * notebook shows Vega-Lite's own slider (evenly spaced numbers) or list; the book draws every setting when it is built.
 *
 * @param options.sliders one or two, by name, an identifier that is no column of the data; see {@link Slider}
 * @param options.figure the figure for a setting, such as `{ size: 100 }`; called once for each, at most 60 times; its
 * second argument is a {@link Drawing}
 * @param options.domains ends of the axes; default: what the data of all settings need
 * @returns a Vega-Lite specification at the first setting; `usermeta.steered` is its {@link Steering}
 * @throws {RangeError} if sliders, values or settings are too few or too many, a value comes twice, or start is none of them
 * @throws {TypeError} if a name is not an identifier or taken, or the figures differ in more than data and description
 * @see chapter 1
 * @see https://vega.github.io/vega-lite/docs/parameter.html
 * @example
 * steered({
 *   sliders: { age: { label: "generation", values: [1, 2, 3], start: 2 } },
 *   figure: ({ age }) => bars({ bars: [{ label: "left", value: 1 / age }], x: "share" }),
 * }).description
 * // => "Generation: 2. Share: 0.5 for “left”."
 */
export function steered<const Sliders extends Readonly<Record<string, Slider>>>(options: {
  sliders: Sliders;
  figure: (
    at: {
      readonly [Name in keyof Sliders]: Sliders[Name] extends { between: string }
        ? number
        : Sliders[Name]["values"][number];
    },
    drawing: Drawing,
  ) => Figure;
  domains?: { readonly x?: readonly [number, number]; readonly y?: readonly [number, number] };
}): Figure {
  const sliders = slidersOf(options.sliders);
  const settings = sliders.reduce<Node[]>(
    (grid, { name, values }) => grid.flatMap((at) => values.map((value) => ({ ...at, [name]: value }))),
    [{}],
  );
  if (settings.length > 60) {
    throw new RangeError(`Cannot ${action}: sliders must make at most 60 settings, got ${settings.length}`);
  }
  const one = (at: Node, drawing: Drawing): Figure => {
    const drawn = options.figure(at as Parameters<typeof options.figure>[0], drawing);
    if (!drawn.description) {
      throw new TypeError(`Cannot ${action}: the figure at ${say(at)} must have a description, got none`);
    }
    return drawn;
  };
  const still = (figure: Node): Node =>
    stillAxes(figure, options.domains ?? {}, (axis) => {
      throw new TypeError(
        `Cannot ${action}: domains.${axis} must be given, for the data do not show it, got undefined`,
      );
    });
  const started = settings.findIndex((at) => sliders.every(({ name, start }) => at[name] === start));
  const drawLive = (at: Node, count: number, domains: readonly Domain[]): Figure =>
    withDomains(still(one(at, drawing(true, count))), domains) as Node & Figure;
  if (liveHost()?.(drawLive)) return drawLive(settings[started]!, 0, []);

  const asks = { draws: false, isSmaller: false };
  const figures = settings.map((at) => one(at, drawing(false, 0, asks)));
  for (const { name } of sliders) requireFreeColumn(name, figures[0]!);
  const merged = mergeFigures(
    figures.map(({ description: _, ...rest }) => rest),
    settings,
    sliders.map(choice).join(" && "),
    (difference) => refuse(difference, settings),
  );
  const spec = still(merged);
  const descriptions = figures.map(({ description }) => description);
  const labels = sliders.map(({ label, start }) => `${label}: ${spoken(start)}`).join(", ");
  const isLive = asks.draws || sliders.some(({ between }) => between);
  const live = isLive && { live: { domains: domainsIn(spec), ...asks } };
  return {
    ...(spec as Node & Figure),
    description: `${capitalised(labels)}. ${descriptions[started]}`,
    usermeta: { steered: { sliders, descriptions, ...live } satisfies Steering },
    params: sliders.map(parameter),
  };
}

/** @param count how often the reader has asked for another draw @param asks notes what the figure asks for */
const drawing = (
  isLive: boolean,
  count: number,
  asks: { draws: boolean; isSmaller: boolean } = { draws: false, isSmaller: false },
): Drawing => ({
  get isLive() {
    asks.isSmaller = true;
    return isLive;
  },
  again(rng) {
    asks.draws = true;
    return count === 0 ? rng : rng.split(`again ${count}`);
  },
});

const action = "steer a figure";

const spoken = (value: SliderValue): string => (typeof value === "number" ? spokenNumber(value) : value);

/** Vega-Lite's parameter: a range steps evenly, everything else is a list. */
function parameter({ name, label, values, start }: NamedSlider): object {
  const step = stepOf(values);
  const bind =
    step === undefined
      ? { input: "select", options: values }
      : { input: "range", min: values[0], max: values.at(-1), step };
  return { name, value: start, bind: { ...bind, name: `${label} ` } };
}

/** The expression for the rows of a slider's value. A range may miss a decimal by its last digit. */
function choice({ name, values }: NamedSlider): string {
  const step = stepOf(values);
  if (step === undefined || values.every(Number.isInteger)) return `datum.${name} === ${name}`;
  return `abs(datum.${name} - ${name}) < ${step / 2}`;
}

function requireFreeColumn(name: string, spec: Node): void {
  const isTaken = (node: unknown): boolean =>
    typeof node === "object" &&
    node !== null &&
    ((rowsOf(node as Node) ?? []).some((row) => name in row) ||
      Object.entries(node).some(([key, inner]) => key !== "data" && isTaken(inner)));
  if (isTaken(spec)) {
    throw new TypeError(`Cannot ${action}: a slider must not have the name of a column, got ${name}`);
  }
}

function refuse({ path, index, values }: Difference, settings: readonly Node[]): never {
  const [first, other] = values.map((value) => String(JSON.stringify(value)).slice(0, 80));
  throw new TypeError(
    `Cannot ${action}: its figures may differ only in data and description, but ${path} must be the same, ` +
      `got ${first} at ${say(settings[0]!)} and ${other} at ${say(settings[index]!)}`,
  );
}

const say = (at: Node): string =>
  Object.entries(at)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
