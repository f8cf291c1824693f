import type { SliderValue } from "../steered.ts";

/** The step of evenly spaced rising numbers; undefined of all others. */
export function stepOf(values: readonly SliderValue[]): number | undefined {
  const numbers = values.filter((value) => typeof value === "number");
  const step = numbers[1]! - numbers[0]!;
  const isEven = numbers.every((value, i) => Math.abs(value - numbers[0]! - i * step) < 1e-9 * step);
  return numbers.length === values.length && step > 0 && isEven ? Number(step.toPrecision(12)) : undefined;
}
