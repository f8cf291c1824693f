import { declaredIn, helpersOf, placeholder, slotNamed, starterSlot } from "./starterSlot.ts";

const indent = "  ";

/**
 * The starter with the solution in it, as nbgrader's source wants it: between `// BEGIN SOLUTION` and
 * `// END SOLUTION`, where `// your code here` stood. Without the region it is the starter again, so that is what
 * learners get: its head, what it gives, and the value that it returns while nothing is done. A solution returns before
 * that value.
 *
 * @throws {Error} if the solution does not declare the same name with the same head
 */
export function solvedStarter(starter: string, solution: string): string {
  const slot = starterSlot(starter);
  const answer = slotNamed(solution, slot.name);
  if (!answer) throw new Error(`the solution must declare ${slot.name}, as the starter does`);
  if (plain(answer.head) !== plain(slot.head))
    throw new Error(`the solution must begin as the starter does: ${slot.head}, got ${answer.head}`);
  const helpers = helpersOf(solution, slot.name, starter).flatMap((text) => text.split("\n"));
  const at = slot.inner.findIndex((line) => placeholder.test(line));
  const given = slot.inner.slice(0, at);
  const body = withoutRepeats(answer.inner, given);
  const line = slot.inner[at] ?? "";
  const hint = placeholder.exec(line)?.[1];
  const rest = line.replace(placeholder, "").trimEnd();
  const after = [...(hint ? [`${indent}// ${hint}`] : []), ...(rest.trim() === "" ? [] : [rest])];
  const kept = declaredIn([...given, ...after, ...slot.inner.slice(at + 1)]);
  const lines = [...helpers.map((text) => (text === "" ? "" : indent + text)), ...body];
  const clashes = [...declaredIn(lines)].some((name) => kept.has(name));
  const inner = [
    ...given,
    `${indent}// BEGIN SOLUTION`,
    ...(clashes
      ? [`${indent}{`, ...lines.map((text) => (text === "" ? "" : indent + text)), `${indent}}`]
      : lines),
    `${indent}// END SOLUTION`,
    ...after,
    ...slot.inner.slice(at + 1),
  ];
  const solved = [slot.head, ...inner, slot.tail].join("\n");
  return starter.slice(0, slot.start) + solved + starter.slice(slot.end);
}

/** What the starter has already, line by line from the first. */
function withoutRepeats(lines: readonly string[], given: readonly string[]): readonly string[] {
  let same = 0;
  while (same < given.length && plain(lines[same] ?? "") === plain(given[same]!)) same += 1;
  return lines.slice(same);
}

/** A head may be broken into lines, or not. */
const plain = (code: string): string =>
  code
    .replace(/\s+\/\/.*$/gm, "")
    .replace(/\s+/g, "")
    .replace(/,([)}])/g, "$1");
