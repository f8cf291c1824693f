/** A place where a slider stops: between two of its values, or at one. */
export interface Stop {
  /** 0 at the first value, 1 at the second, and so on: marks of the values stand at equal distances. */
  readonly position: number;
  readonly value: number;
}

/** Between two values the slider stops so often, if there are as many numbers. */
const perGap = 10;

/** Where a slider stops whose values are numbers that rise. */
export function stopsOf(values: readonly number[], between: "whole" | "any"): Stop[] {
  const stops = values.slice(0, -1).flatMap((low, at) => {
    const high = values[at + 1]!;
    const count = between === "whole" ? Math.min(perGap, high - low) : perGap;
    return Array.from({ length: count }, (_, i) => {
      const value = i === 0 ? low : rounded(low + ((high - low) * i) / count, high - low, between);
      return { position: at + (value - low) / (high - low), value };
    });
  });
  return [...stops, { position: values.length - 1, value: values.at(-1)! }];
}

/** The position of any number from the first value to the last. */
export function positionOf(value: number, values: readonly number[]): number {
  const above = values.findIndex((each) => each >= value);
  if (above <= 0) return above < 0 ? values.length - 1 : 0;
  const [low, high] = [values[above - 1]!, values[above]!];
  return above - 1 + (value - low) / (high - low);
}

/** A number that a person would choose: of a gap's hundredths, or whole. */
function rounded(value: number, gap: number, between: "whole" | "any"): number {
  if (between === "whole") return Math.round(value);
  const digits = Math.max(0, 2 - Math.floor(Math.log10(gap)));
  return Number(value.toFixed(Math.min(digits, 12)));
}
