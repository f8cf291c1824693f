import { requireInteger } from "../require/requireInteger.ts";
import { spokenList } from "../show/spoken.ts";
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
 * // => "In generation 9 of one loop 1 of 2 words is still in use; first to go is “spleen”, last seen in generation 2."
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
  const rows: { word: string; first: number; last: number; half?: number }[] = lives.map(
    ({ last, halfLife }, i) => ({
      word: names[i]!,
      first: 0,
      last,
      ...(halfLife !== undefined && halfLife <= generations && { half: halfLife }),
    }),
  );
  const x = (field: string) => ({ field, type: "quantitative" });
  const points = (field: string, filter: string, mark: object) => ({
    transform: [{ filter }],
    mark: { type: "point", filled: true, size: 60, opacity: 1, color: palette.synthetic, ...mark },
    encoding: { x: x(field) },
  });
  // A note stands beside the first mark of its kind, instead of a legend.
  const note = (text: string, field: "last" | "half", row: object | undefined, mark: object) => ({
    data: { values: row ? [row] : [] },
    mark: { type: "text", align: "left", dx: 9, text, color: palette.synthetic, ...mark },
    encoding: { x: x(field) },
  });
  return figure(sentenceOf(lives, generations), lives.length * 16, {
    width: 275,
    data: { values: rows },
    encoding: {
      x: {
        type: "quantitative",
        title: "generation",
        scale: { domain: [0, generations] },
        axis: { tickCount: 6 },
      },
      y: {
        field: "word",
        type: "nominal",
        sort: names,
        title: "word, and how often the book has it",
        axis: { ticks: false, domain: false, labelPadding: 8, grid: false },
      },
    },
    layer: [
      {
        mark: { type: "rule", strokeWidth: 3, opacity: 0.45, color: palette.synthetic },
        encoding: { x: x("first"), x2: { field: "last" } },
      },
      points("last", `datum.last < ${generations}`, {}),
      points("last", `datum.last === ${generations}`, { shape: "triangle-right", size: 90 }),
      points("half", "isValid(datum.half)", {
        shape: "M0,-1V1",
        filled: false,
        size: 130,
        strokeWidth: 2,
        color: palette.theory,
      }),
      note(
        "lost",
        "last",
        rows.find(({ last }) => last < generations),
        {},
      ),
      note(
        "still in use",
        "last",
        rows.find(({ last }) => last === generations),
        {},
      ),
      note(
        "half-life by law",
        "half",
        rows.find(({ half }) => half !== undefined),
        { align: "center", dx: 0, dy: -16, color: palette.theory },
      ),
    ],
  });
}

function sentenceOf(lives: readonly Lifeline[], generations: number): string {
  const left = lives.filter(({ last }) => last === generations).length;
  const words = `${lives.length} word${lives.length === 1 ? "" : "s"}`;
  const use = `In generation ${generations} of one loop ${left} of ${words} ${left === 1 ? "is" : "are"} still in use`;
  const firstEnd = Math.min(...lives.map(({ last }) => last));
  if (firstEnd === generations) return `${use}.`;
  const gone = lives.filter(({ last }) => last === firstEnd).map(({ word }) => `“${word}”`);
  const shown = gone.length > 3 ? [...gone.slice(0, 2), `${gone.length - 2} others`] : gone;
  return `${use}; first to go ${gone.length === 1 ? "is" : "are"} ${spokenList(shown)}, last seen in generation ${firstEnd}.`;
}
