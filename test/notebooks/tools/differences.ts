import type { CodeCell, Output } from "../../../kernel/notebook/notebook.ts";

/** Numbers of two engines may differ in their last digits. */
const closeness = 1e-12;
const number = /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi;

/** What differs between two runs of a cell by more than rounding does, in words. */
export function differences({ id }: CodeCell, wanted: readonly Output[], seen: readonly Output[]): string[] {
  if (wanted.length !== seen.length)
    return [`${id}: ${wanted.length} outputs, got ${seen.length}: ${cut(JSON.stringify(seen))}`];
  return wanted.flatMap((output, place) => {
    const [one, two] = [textOf(output), textOf(seen[place]!)];
    return isClose(one, two) ? [] : [`${id}: ${firstDifference(one, two)}`];
  });
}

const textOf = (output: Output): string =>
  JSON.stringify({ ...output, ...("execution_count" in output && { execution_count: null }) });

function isClose(one: string, two: string): boolean {
  if (one === two) return true;
  const [first, second] = [one.match(number) ?? [], two.match(number) ?? []];
  if (one.replace(number, "#") !== two.replace(number, "#")) return false;
  return first.every((text, place) => {
    const [a, b] = [Number(text), Number(second[place])];
    return a === b || Math.abs(a - b) <= closeness * Math.max(Math.abs(a), Math.abs(b));
  });
}

function firstDifference(one: string, two: string): string {
  let at = 0;
  while (at < one.length && one[at] === two[at]) at += 1;
  const from = Math.max(0, at - 60);
  return `${cut(one.slice(from))} but ${cut(two.slice(from))}`;
}

const cut = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text);
