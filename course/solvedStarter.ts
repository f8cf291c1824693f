import {
  declaredIn,
  helpersOf,
  placeholder,
  type StarterSlot,
  slotNamed,
  starterSlots,
} from "./starterSlot.ts";

const indent = "  ";

/**
 * The starter with the solution in it, as nbgrader's source wants it: between `// BEGIN SOLUTION` and
 * `// END SOLUTION`, where `// your code here` stood. Without the regions it is the starter again, so that is what
 * learners get: its head, what it gives, and the value that it returns while nothing is done. A solution returns before
 * that value.
 *
 * @throws {Error} if the solution does not declare the same names with the same heads
 */
export function solvedStarter(starter: string, solution: string): string {
  const slots = starterSlots(starter);
  const names = slots.map(({ name }) => name);
  let helpers = helpersOf(solution, names, starter).flatMap((text) => text.split("\n"));
  let solved = "";
  let done = 0;
  for (const slot of slots) {
    const answer = slotNamed(solution, slot.name);
    if (!answer) throw new Error(`the solution must declare ${slot.name}, as the starter does`);
    solved += starter.slice(done, slot.start);
    if (slot.inner && answer.inner) solved += inBraces(slot, slot.inner, answer, answer.inner, helpers);
    else solved += asValue(starter.slice(slot.start, slot.end), slot.name, answer);
    done = slot.end;
    helpers = []; // remarks and helpers stand in the first region
  }
  return solved + starter.slice(done).replace(new RegExp(`^\\s*${placeholder.source}`), "");
}

/** A value is set anew below its declaration. */
const asValue = (declaration: string, name: string, { tail }: StarterSlot): string =>
  [declaration, "// BEGIN SOLUTION", `${name} = ${tail};`, "// END SOLUTION"].join("\n");

function inBraces(
  slot: StarterSlot,
  lines: readonly string[],
  answer: StarterSlot,
  answered: readonly string[],
  helpers: readonly string[],
): string {
  if (plain(answer.head) !== plain(slot.head))
    throw new Error(`the solution must begin as the starter does: ${slot.head}, got ${answer.head}`);
  const at = lines.findIndex((line) => placeholder.test(line));
  const given = lines.slice(0, at);
  const line = lines[at] ?? "";
  const hint = placeholder.exec(line)?.[1];
  const rest = line.replace(placeholder, "").trimEnd();
  const after = [
    ...(hint ? [`${indent}// ${hint}`] : []),
    ...(rest.trim() === "" ? [] : [rest]),
    ...lines.slice(at + 1),
  ];
  const kept = declaredIn([...given, ...after]);
  const region = [...deeper(helpers), ...withoutRepeats(answered, given)];
  const clashes = [...declaredIn(region)].some((name) => kept.has(name));
  const body = clashes ? [`${indent}{`, ...deeper(region), `${indent}}`] : region;
  const solution = [`${indent}// BEGIN SOLUTION`, ...body, `${indent}// END SOLUTION`];
  return [slot.head, ...given, ...solution, ...after, slot.tail].join("\n");
}

const deeper = (lines: readonly string[]): string[] =>
  lines.map((line) => (line === "" ? "" : indent + line));

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
