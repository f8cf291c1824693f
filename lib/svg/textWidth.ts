/** Widths in parts of the type size; what stands in no class is as wide as most small letters. */
const classes: readonly (readonly [width: number, letters: string])[] = [
  [0.3, "IJijl'"],
  [0.34, " \u00a0,.·’|/\\:;"],
  [0.42, "()[]-frt!²³₀₁"],
  [0.53, "sz?“”°–_`*"],
  [0.71, "ABCEFKLPRSTUVXYZ"],
  [0.8, "DGHNOQ&"],
  [0.87, "Mw+−=<>≤≥×∞~^#"],
  [1, "mW@%—…"],
];
const widths = new Map(
  classes.flatMap(([width, letters]) => Array.from(letters, (each) => [each, width] as const)),
);
const usual = 0.64;

/** A text as Vega sets it. */
interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: number | string;
  /** Where it is cut; 0 or nothing: nowhere. */
  readonly limit?: number;
}

/**
 * About how wide a text is, where there is no canvas to measure it: by classes of letters, as wide as in the widest of the
 * fonts that systems write their menus in. Vega's own guess takes every letter for a broad one. It leaves empty bands
 * around long titles, and drops labels that have room.
 */
export function textWidth({ fontSize = 11, fontWeight, limit = 0 }: TextItem, text: unknown): number {
  const letters = Array.from(String(text ?? "").trim());
  const sum = letters.reduce((width, each) => width + (widths.get(each) ?? (each > "\u2e80" ? 1 : usual)), 0);
  const width = Math.ceil(sum * fontSize * (/bold|[6-9]00/.test(String(fontWeight)) ? 1.12 : 1));
  return limit > 0 ? Math.min(width, limit) : width;
}
