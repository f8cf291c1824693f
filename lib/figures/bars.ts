import { capitalised, spokenNumber } from "../show/spoken.ts";
import { type Figure, figure } from "./figure.ts";
import { palette } from "./palette.ts";
import { chartNumber } from "./parts/chartNumber.ts";

/** One bar. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  /** Whose number it is: it chooses the colour. Default "synthetic". */
  readonly role?: "real" | "synthetic" | "theory";
}

/**
 * Horizontal bars, one per label, in the order given, each with its number at the end.
 *
 * @param options.bars 1 to 40 bars; see {@link Bar}
 * @param options.x title of the axis: the quantity, with its unit
 * @returns a Vega-Lite specification
 * @throws {RangeError} if there are no bars or more than 40, or a value is not finite
 * @see chapter 1
 * @example
 * bars({ bars: [{ label: "human", value: 3, role: "real" }, { label: "model", value: 2 }], x: "words" }).description
 * // => "Words: highest for “human” (3), lowest for “model” (2)."
 */
export function bars({ bars: given, x }: { bars: readonly Bar[]; x: string }): Figure {
  if (given.length === 0 || given.length > 40) {
    throw new RangeError(`Cannot draw bars: bars must hold 1 to 40 bars, got ${given.length}`);
  }
  for (const [i, { value }] of given.entries()) {
    if (!Number.isFinite(value))
      throw new RangeError(`Cannot draw bars: bars[${i}].value must be finite, got ${value}`);
  }
  const rows = given.map(({ label, value, role = "synthetic" }) => ({
    label,
    value: chartNumber(value),
    shown: spokenNumber(value),
    role,
  }));
  const roles = ["real", "synthetic", "theory"] as const;
  return figure(barsSentence(given, x), 26 * given.length + 10, {
    width: 340, // names stand before the bars, and numbers behind them
    data: { values: rows },
    encoding: {
      y: { field: "label", type: "nominal", sort: null, title: null, axis: { ticks: false, domain: false } },
      x: { field: "value", type: "quantitative", title: x, stack: null },
    },
    layer: [
      {
        mark: { type: "bar", height: { band: 0.7 } },
        encoding: {
          color: {
            field: "role",
            type: "nominal",
            scale: { domain: roles, range: roles.map((role) => palette[role]) },
            legend: null,
          },
        },
      },
      {
        mark: { type: "text", align: "left", dx: 5 },
        encoding: { text: { field: "shown", type: "nominal" } },
      },
    ],
  });
}

/** What {@link Bar}s show: where the number is highest and where lowest, and how many share these places. */
function barsSentence(bars: readonly Bar[], x: string): string {
  const values = bars.map(({ value }) => value);
  const [most, least] = [Math.max(...values), Math.min(...values)];
  const at = (wanted: number): string => {
    const those = bars.filter(({ value }) => value === wanted);
    const [{ label } = { label: "" }] = those;
    const number = spokenNumber(wanted);
    return those.length === 1
      ? `“${label}” (${number})`
      : `${those.length} of ${bars.length} (${number} each)`;
  };
  if (bars.length === 1) return capitalised(`${x}: ${spokenNumber(most)} for “${bars[0]!.label}”.`);
  if (most === least) return capitalised(`${x}: ${spokenNumber(most)} for each of ${bars.length}.`);
  return capitalised(`${x}: highest for ${at(most)}, lowest for ${at(least)}.`);
}
