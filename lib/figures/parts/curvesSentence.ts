import { spokenNumber } from "../../show/spokenNumber.ts";
import type { Curve } from "../curves.ts";

/** What {@link Curve}s do along x: where each begins and ends, and its least and greatest where those lie between. */
export function curvesSentence(series: readonly Curve[], x: string, y: string): string {
  const isPlural = countedPer.test(y);
  const ways = series.map((curve) => wayOf(curve, isPlural));
  const phrases = ways.map(({ verb, how, note }, i) => {
    const isRepeated = verb === ways[i - 1]?.verb;
    const words = isRepeated ? how : `${verb} ${how}`;
    const other = i > 0 && rangeOf(series[i]!) !== rangeOf(series[0]!) ? [rangeOf(series[i]!)] : [];
    return `${words} (${[series[i]!.label, ...other, ...note].join("; ")})`;
  });
  const [first, last] = [phrases.slice(0, -1).join(", "), phrases.at(-1)!];
  return `For ${x} from ${rangeOf(series[0]!)}, ${y} ${first ? `${first} and ${last}` : last}.`;
}

/** A title that names what is counted, "bits per word"; neither "loss per word" nor "number of items per generation". */
const countedPer = /^(?!.* of )[^(]*[^s\s]s per /;

/** Whether one of the ends already reads as this value. */
const said = (value: number, values: readonly number[]): boolean =>
  [values[0]!, values.at(-1)!].some((end) => spokenNumber(end) === spokenNumber(value));

const rangeOf = ({ x }: Curve): string => `${spokenNumber(x[0]!)} to ${spokenNumber(x[x.length - 1]!)}`;

function wayOf({ x, y }: Curve, isPlural: boolean): { verb: string; how: string; note: readonly string[] } {
  const values = Array.from(y);
  const [first, last] = [values[0]!, values.at(-1)!];
  const [least, greatest] = [Math.min, Math.max].map((end) => values.reduce((a, b) => end(a, b))) as [
    number,
    number,
  ];
  const at = (value: number): string =>
    `${spokenNumber(value)}, at ${spokenNumber(x[values.indexOf(value)]!)}`;
  // What sticks out beyond both ends by less than a tenth of the whole is not worth a word: it may be noise.
  const worth = (greatest - least) / 10;
  const note = [
    ...(Math.min(first, last) - least > worth && !said(least, values) ? [`least ${at(least)}`] : []),
    ...(greatest - Math.max(first, last) > worth && !said(greatest, values)
      ? [`greatest ${at(greatest)}`]
      : []),
  ];
  const [from, to] = [spokenNumber(first), spokenNumber(last)];
  const [rise, fall, stay, begin] = isPlural
    ? (["rise", "fall", "stay", "begin and end"] as const)
    : (["rises", "falls", "stays", "begins and ends"] as const);
  if (from !== to) return { verb: last > first ? rise : fall, how: `from ${from} to ${to}`, note };
  return { verb: note.length === 0 ? stay : begin, how: `at ${from}`, note };
}
