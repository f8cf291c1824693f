import { requireInteger } from "../require/requireInteger.ts";
import { type Figure, figure } from "./figure.ts";
import { palette } from "./palette.ts";

/** A text, and where it is from. */
export interface Passage {
  /** What stands above it: "human", "copy 3". */
  readonly label: string;
  readonly text: string;
  /** `real` for human text, `synthetic` (the default) for what a model wrote. */
  readonly role?: "real" | "synthetic";
}

/**
 * Texts one under another, each cut to the same number of lines: what the generations of a loop write. As a figure and
 * not a table, so that a slider can change what is written without moving anything else.
 *
 * Lines are broken at spaces, and within a word that is longer than a line.
 *
 * @param options.passages the texts, from top to bottom; 1 to 12
 * @param options.lines lines of each, 1 to 10
 * @returns a Vega-Lite specification
 * @throws {RangeError} if there is no passage or more than 12, a text is empty, or lines is out of range
 * @see chapter 7
 * @example
 * passages({ passages: [{ label: "human", text: "call me ishmael", role: "real" }], lines: 2 }).description
 * // => "human: “call me ishmael”."
 */
export function passages(options: { passages: readonly Passage[]; lines: number }): Figure {
  const { passages: given, lines } = options;
  const action = "draw passages";
  requireInteger(action, "lines", lines, 1);
  if (lines > 10) throw new RangeError(`Cannot ${action}: lines must be at most 10, got ${lines}`);
  if (given.length < 1 || given.length > 12) {
    throw new RangeError(`Cannot ${action}: passages must hold 1 to 12 texts, got ${given.length}`);
  }
  const rows = given.flatMap(({ label, text, role = "synthetic" }, i) => {
    const broken = brokenInto(text, lines);
    if (broken.length === 0) {
      throw new RangeError(`Cannot ${action}: passages[${i}].text must hold a word, got nothing`);
    }
    const top = i * (lines + 1.6);
    const heading = { place: top, text: label, role: "label" };
    return [heading, ...broken.map((line, j) => ({ place: top + 1 + j, text: line, role }))];
  });
  const [first, last] = [given[0]!, given.at(-1)!];
  const begins = ({ label, text }: Passage): string => `${label}: “${brokenInto(text, 1)[0]}”`;
  const description = first === last ? `${begins(first)}.` : `${begins(first)}; ${begins(last)}.`;

  const layer = (role: string, mark: object) => ({
    transform: [{ filter: `datum.role === '${role}'` }],
    mark: { type: "text", align: "left", baseline: "top", ...mark },
  });
  const written = { font: "monospace", fontSize };
  const depth = given.length * (lines + 1.6) - 0.6;
  return figure(description, Math.round(depth * lineHeight), {
    width: Math.ceil(measure * 0.6 * fontSize),
    data: { values: rows },
    encoding: {
      x: { value: 0 },
      y: {
        field: "place",
        type: "quantitative",
        axis: null,
        scale: { domain: [0, depth], nice: false, reverse: true },
      },
      text: { field: "text", type: "nominal" },
    },
    layer: [
      layer("label", { color: palette.soft }),
      layer("real", { ...written, color: palette.real }),
      layer("synthetic", { ...written, color: palette.synthetic }),
    ],
  });
}

const fontSize = 14;
const lineHeight = 19;
/** Characters on a line; a fixed-width letter is about 0.6 times as wide as its size. */
const measure = 58;

/** At most so many lines of a text. */
function brokenInto(text: string, lines: number): string[] {
  const broken: string[] = [];
  let rest = text.trim();
  while (rest !== "" && broken.length < lines) {
    const space = rest.length <= measure ? rest.length : rest.lastIndexOf(" ", measure);
    const end = space > 0 ? space : measure;
    broken.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return broken;
}
