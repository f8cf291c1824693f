import { requireInteger } from "../internal/requireInteger.ts";
import { type Figure, figure } from "./figure.ts";
import { palette } from "./palette.ts";

/** One word's life in one loop. */
export interface Lifeline {
  readonly word: string;
  /** Occurrences in the human text, an integer ≥ 1. */
  readonly seen: number;
  /** The last generation whose text holds the word, an integer ≥ 0. */
  readonly last: number;
  /** First generation in which such a word is, by law, more likely gone than there; optional. */
  readonly halfLife?: number;
}

/**
 * Words fading, in one loop: a line for each word, from generation 0 to the last text that holds it. A dot ends a line
 * where the word was lost, an arrow where it is still in use; a blue tick marks the half-life by law.
 *
 * @param options.lives the words, drawn from top to bottom; at most 40, each once
 * @param options.generations the last generation of the loop, an integer ≥ 1
 * @returns a Vega-Lite specification
 * @throws {RangeError} if there are no words or more than 40, a word comes twice, or a number is out of range
 * @see chapter 3
 * @example
 * lifelines({ lives: [{ word: "spleen", seen: 1, last: 2 }, { word: "sea", seen: 434, last: 9 }], generations: 9 }).description
 * // => "In generation 9 of one loop 1 of 2 words is still in use; first to go is spleen, last seen in generation 2."
 */
export function lifelines(options: { lives: readonly Lifeline[]; generations: number }): Figure {
  const { lives, generations } = options;
  const action = "draw lifelines";
  requireInteger(action, "generations", generations, 1);
  if (lives.length < 1 || lives.length > 40) {
    throw new RangeError(`Cannot ${action}: lives must hold 1 to 40 words, got ${lives.length}`);
  }
  for (const [i, { seen, last, halfLife }] of lives.entries()) {
    requireInteger(action, `lives[${i}].seen`, seen, 1);
    requireInteger(action, `lives[${i}].last`, last);
    if (halfLife !== undefined) requireInteger(action, `lives[${i}].halfLife`, halfLife, 1);
    if (last > generations) {
      throw new RangeError(`Cannot ${action}: lives[${i}].last must be at most ${generations}, got ${last}`);
    }
  }
  const names = lives.map(({ word, seen }) => `${word}  ${seen}`);
  if (new Set(names).size < names.length) {
    throw new RangeError(
      `Cannot ${action}: lives must name each word once, got ${names.length - new Set(names).size} twice`,
    );
  }
  const rows = lives.map(({ last, halfLife }, i) => ({
    word: names[i],
    last,
    ...(halfLife !== undefined && halfLife <= generations && { half: halfLife }),
  }));
  const left = lives.filter(({ last }) => last === generations).length;
  const gone = lives.filter(({ last }) => last < generations).sort((a, b) => a.last - b.last)[0];
  const description =
    `In generation ${generations} of one loop ${left} of ${lives.length} words ${left === 1 ? "is" : "are"} still in use` +
    `${gone ? `; first to go is ${gone.word}, last seen in generation ${gone.last}` : ""}.`;

  const alive = `datum.last === ${generations}`;
  const x = { field: "last", type: "quantitative" };
  const marks = ["in the text", "lost after this one", "half-life by law"];
  const entry = (name: string) => ({ color: { datum: name }, shape: { datum: name } });
  return figure(description, lives.length * 16, {
    width: 470,
    data: { values: rows },
    encoding: {
      y: {
        field: "word",
        type: "nominal",
        sort: null,
        title: "word, and how often the book has it",
        axis: { ticks: false, domain: false, labelPadding: 8, grid: false, labelFontSize: 12 },
      },
    },
    layer: [
      {
        mark: { type: "rule", strokeWidth: 3, color: palette.synthetic, opacity: 0.45 },
        encoding: {
          x: { datum: 0, type: "quantitative", title: "generation", scale: { domain: [0, generations] } },
          x2: { field: "last" },
        },
      },
      {
        transform: [{ filter: `!(${alive})` }],
        mark: { type: "point", filled: true, size: 60, opacity: 1 },
        encoding: { x, ...entry(marks[1]!) },
      },
      {
        transform: [{ filter: alive }],
        mark: { type: "point", filled: true, size: 70, opacity: 1 },
        encoding: { x, ...entry(marks[0]!) },
      },
      {
        transform: [{ filter: "isValid(datum.half)" }],
        mark: { type: "point", size: 150, strokeWidth: 2.5, opacity: 1 },
        encoding: {
          x: { field: "half", type: "quantitative" },
          ...entry(marks[2]!),
          color: {
            datum: marks[2],
            scale: {
              domain: [marks[1], marks[0], marks[2]],
              range: [palette.synthetic, palette.synthetic, palette.theory],
            },
            title: null,
          },
          shape: {
            datum: marks[2],
            scale: {
              domain: [marks[1], marks[0], marks[2]],
              range: ["circle", "triangle-right", "stroke-vertical"],
            },
            title: null,
          },
        },
      },
    ],
  });
}
