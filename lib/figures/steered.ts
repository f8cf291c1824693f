import { capitalised, spokenNumber } from "../show/spoken.ts";
import type { Figure } from "./figure.ts";
import { type Difference, mergeFigures, type Node, rowsOf } from "./parts/mergeFigures.ts";
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
}

/** What a {@link steered} figure keeps in its `usermeta.steered`. */
export interface Steering {
  readonly sliders: readonly (Required<Slider> & { readonly name: string })[];
  /** One sentence per setting; the last slider's values follow one another fastest. */
  readonly descriptions: readonly string[];
}

/** Names that mean something else to Vega. */
const reserved = new Set([
  "width",
  "height",
  "padding",
  "autosize",
  "background",
  "datum",
  "event",
  "item",
  "parent",
]);

/**
 * A figure that a reader steers: one figure per setting of one or two sliders, all computed beforehand, so that
 * nothing has to run while the slider moves. The axes stand still: their domains hold every setting.
 *
 * The settings' figures may differ in their data, their descriptions and the two ends of a scale's domain, in nothing
 * else. Their rows are joined in one specification, each with its setting as a column named after the slider. A
 * notebook shows Vega-Lite's own slider (evenly spaced numbers) or list; the book draws every setting when it is built.
 *
 * @param options.sliders one or two, by name, an identifier that is no column of the data; see {@link Slider}
 * @param options.figure the figure for a setting, such as `{ size: 100 }`; called once for each, at most 60 times
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
  figure: (at: { readonly [Name in keyof Sliders]: Sliders[Name]["values"][number] }) => Figure;
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
  const figures = settings.map((at) => options.figure(at as Parameters<typeof options.figure>[0]));
  for (const [i, { description }] of figures.entries()) {
    if (!description) {
      throw new TypeError(
        `Cannot ${action}: the figure at ${say(settings[i]!)} must have a description, got none`,
      );
    }
  }
  for (const { name } of sliders) requireFreeColumn(name, figures[0]!);

  const merged = mergeFigures(
    figures.map(({ description: _, ...rest }) => rest),
    settings,
    sliders.map(choice).join(" && "),
    (difference) => refuse(difference, settings),
  );
  const still = stillAxes(merged, options.domains ?? {}, (axis) => {
    throw new TypeError(
      `Cannot ${action}: domains.${axis} must be given, for the data do not show it, got undefined`,
    );
  });
  const descriptions = figures.map(({ description }) => description);
  const started = settings.findIndex((at) => sliders.every(({ name, start }) => at[name] === start));
  const labels = sliders.map(({ label, start }) => `${label}: ${spoken(start)}`).join(", ");
  return {
    ...(still as Node & Figure),
    description: `${capitalised(labels)}. ${descriptions[started]}`,
    usermeta: { steered: { sliders, descriptions } satisfies Steering },
    params: sliders.map(parameter),
  };
}

const action = "steer a figure";

const spoken = (value: SliderValue): string => (typeof value === "number" ? spokenNumber(value) : value);

function slidersOf(given: Readonly<Record<string, Slider>>): Steering["sliders"] {
  const entries = Object.entries(given);
  if (entries.length < 1 || entries.length > 2) {
    throw new RangeError(`Cannot ${action}: sliders must hold 1 or 2 sliders, got ${entries.length}`);
  }
  return entries.map(([name, { label, values, start = values[0]! }]) => {
    if (!/^[a-z]\w*$/i.test(name) || reserved.has(name)) {
      throw new TypeError(
        `Cannot ${action}: a slider's name must be an identifier free in Vega, got ${name}`,
      );
    }
    const place = `sliders.${name}`;
    if (!label) throw new TypeError(`Cannot ${action}: ${place}.label must say what it sets, got nothing`);
    if (values.length < 2 || values.length > 30) {
      throw new RangeError(
        `Cannot ${action}: ${place}.values must hold 2 to 30 values, got ${values.length}`,
      );
    }
    for (const [i, value] of values.entries()) {
      const isValue = typeof value === "number" ? Number.isFinite(value) : typeof value === "string" && value;
      if (!isValue || values.indexOf(value) !== i) {
        throw new RangeError(
          `Cannot ${action}: ${place}.values[${i}] must be a finite number or a text, each once, got ${value}`,
        );
      }
    }
    if (!values.includes(start)) {
      throw new RangeError(`Cannot ${action}: ${place}.start must be one of its values, got ${start}`);
    }
    return { name, label, values: [...values], start };
  });
}

/** The step of evenly spaced rising numbers; undefined of all others. */
function stepOf(values: readonly SliderValue[]): number | undefined {
  const numbers = values.filter((value) => typeof value === "number");
  const step = numbers[1]! - numbers[0]!;
  const isEven = numbers.every((value, i) => Math.abs(value - numbers[0]! - i * step) < 1e-9 * step);
  return numbers.length === values.length && step > 0 && isEven ? Number(step.toPrecision(12)) : undefined;
}

/** Vega-Lite's parameter: a range steps evenly, everything else is a list. */
function parameter({ name, label, values, start }: Steering["sliders"][number]): object {
  const step = stepOf(values);
  const bind =
    step === undefined
      ? { input: "select", options: values }
      : { input: "range", min: values[0], max: values.at(-1), step };
  return { name, value: start, bind: { ...bind, name: `${label} ` } };
}

/** The expression for the rows of a slider's value. A range may miss a decimal by its last digit. */
function choice({ name, values }: Steering["sliders"][number]): string {
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
