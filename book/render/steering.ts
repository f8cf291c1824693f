import { drawChart, type Spec } from "./drawChart.ts";
import { valueText } from "./valueText.ts";

type Value = number | string;

/** Sliders of a figure over a stated grid, as the library's `steered` keeps them in `usermeta.steered`. */
export interface Steering {
  readonly sliders: readonly {
    readonly name: string;
    readonly label: string;
    readonly values: readonly Value[];
    readonly start: Value;
    /** The figure is defined for these numbers between the values too. */
    readonly between?: "whole" | "any";
  }[];
  /** One sentence per setting; the last slider's values follow one another fastest. */
  readonly descriptions: readonly string[];
  /** There if a page can compute the figure while a reader waits. */
  readonly live?: {
    readonly domains: readonly (readonly Value[])[];
    readonly draws: boolean;
    readonly isSmaller: boolean;
  };
}

/** A value for each slider, by its name. */
export type Setting = Readonly<Record<string, Value>>;

export function steeringOf(spec: Spec): Steering | undefined {
  return (spec.usermeta as { steered?: Steering } | undefined)?.steered;
}

/** Every setting, in the order of the descriptions. */
export function settingsOf({ sliders }: Steering): Setting[] {
  return sliders.reduce<Setting[]>(
    (grid, { name, values }) => grid.flatMap((at) => values.map((value) => ({ ...at, [name]: value }))),
    [{}],
  );
}

export const startOf = ({ sliders }: Steering): Setting =>
  Object.fromEntries(sliders.map(({ name, start }) => [name, start]));

/** A setting in words: "samples per generation M: 100". */
export const settingText = ({ sliders }: Steering, at: Setting): string =>
  sliders.map(({ name, label }) => `${label}: ${valueText(at[name] ?? "")}`).join(", ");

/** Draws every setting, all of one size and with the plot in one place, so that nothing moves but the data. */
export async function drawSettings(spec: Spec, steering: Steering): Promise<string[]> {
  const drawn: string[] = [];
  for (const at of settingsOf(steering)) {
    const params = Object.entries(at).map(([name, value]) => ({ name, value }));
    drawn.push(await drawChart({ ...spec, params }));
  }
  return aligned(drawn);
}

/** Vega makes room for what stands around the plot; here all get the room that the neediest takes on each side. */
function aligned(svgs: readonly string[]): string[] {
  const sizes = svgs.map((svg) => {
    const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
    const [, left, top] = /<g[^>]*? transform="translate\(([\d.]+),([\d.]+)\)"/.exec(svg) ?? [];
    const size = [left, top, width, height].map(Number) as [number, number, number, number];
    if (size.some(Number.isNaN))
      throw new Error("Cannot align a figure's drawings: each must have a size and a place");
    return size;
  });
  const most = (of: (size: (typeof sizes)[number]) => number): number => Math.max(...sizes.map(of));
  const [left, top] = [most(([x]) => x), most(([, y]) => y)];
  const width = left + most(([x, , wide]) => wide - x);
  const height = top + most(([, y, , high]) => high - y);
  return svgs.map((svg, i) => {
    const [x, y] = sizes[i] ?? [0, 0];
    const box = `width="${width}" height="${height}" viewBox="${x - left} ${y - top} ${width} ${height}"`;
    return svg.replace(/<svg\b[^>]*>/, (tag) =>
      tag.replace(/ (?:width|height|viewBox)="[^"]*"/g, "").replace(/>$/, ` ${box}>`),
    );
  });
}
