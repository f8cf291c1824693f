import type { NamedSlider, Slider, SliderValue } from "../steered.ts";

const action = "steer a figure";

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
 * The sliders of a steered figure, looked through.
 *
 * @throws {RangeError} if there are too few or too many, or of their values, or one comes twice, or start is none of them
 * @throws {TypeError} if a name is not an identifier, or a label is missing
 */
export function slidersOf(given: Readonly<Record<string, Slider>>): NamedSlider[] {
  const entries = Object.entries(given);
  if (entries.length < 1 || entries.length > 2) {
    throw new RangeError(`Cannot ${action}: sliders must hold 1 or 2 sliders, got ${entries.length}`);
  }
  return entries.map(([name, { label, values, start = values[0]!, between }]) => {
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
    if (between !== undefined) requireRising(place, between, values);
    return { name, label, values: [...values], start, ...(between && { between }) };
  });
}

/** Between values there is something only if they are numbers in their order. */
function requireRising(place: string, between: string, values: readonly SliderValue[]): void {
  if (between !== "whole" && between !== "any") {
    throw new TypeError(`Cannot ${action}: ${place}.between must be "whole" or "any", got ${between}`);
  }
  for (const [i, value] of values.entries()) {
    const isNext = typeof value === "number" && (i === 0 || value > (values[i - 1] as number));
    if (!isNext || (between === "whole" && !Number.isInteger(value))) {
      const wanted = between === "whole" ? "whole numbers that rise" : "numbers that rise";
      throw new TypeError(`Cannot ${action}: ${place}.values must be ${wanted}, got ${value} at ${i}`);
    }
  }
}
