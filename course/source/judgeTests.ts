import { parsePercent } from "../../kernel/notebook/parsePercent.ts";
import type { JudgeTest } from "../manifest/assignmentManifest.ts";
import { takeRegions } from "./takeRegions.ts";

/** What the test is called that students see. */
export const visibleTitle = "visible checks";
/** What a region of hidden tests is called that gives them no titles. */
const hiddenTitle = "hidden tests";

const hintLine = /^\s*\/\/ hint:\s*(.*\S)\s*$/;

/**
 * The tests of a graded cell. What students see of it is one; in its hidden regions each line `// %% hidden: TITLE`
 * begins one, and a line `// hint: …` directly below tells what an instructor would say. Later tests may lean on names
 * of earlier ones.
 */
export function judgeTests(source: string): {
  readonly tests: readonly JudgeTest[];
  readonly faults: readonly string[];
} {
  const faults: string[] = [];
  const { outside, inside, fault } = takeRegions(source, "HIDDEN TESTS");
  if (fault !== undefined) faults.push(fault);
  const tests: JudgeTest[] = [];
  if (hasCode(outside)) tests.push({ title: visibleTitle, hidden: false, source: outside.trim() });
  const text = inside.join("\n");
  const regions = parsePercent(text);
  const before = text.split(/^\/\/ %%\s/m)[0]?.trim() ?? "";
  if (regions.length === 0) {
    if (hasCode(text)) tests.push({ title: hiddenTitle, hidden: true, source: text.trim() });
    else if (inside.length > 0) faults.push("a region of hidden tests holds none; add some, or remove it");
  }
  const titles = new Set([visibleTitle, "visible"]);
  for (const [index, { kind, name, title, source: lines }] of regions.entries()) {
    if (kind !== "hidden" || name !== "" || title === "") {
      faults.push(`a hidden test must begin with "// %% hidden: TITLE", got "// %% ${kind} ${name}"`);
      continue;
    }
    if (titles.has(title)) faults.push(`"${title}" is another test's title; give this one its own`);
    if (title.includes(";"))
      faults.push(`the title "${title}" must hold no semicolon, which parts titles from each other`);
    titles.add(title);
    if (!hasCode(lines)) faults.push(`the hidden test "${title}" holds no code; add some, or remove it`);
    const [first = "", ...rest] = lines.split("\n");
    const hint = hintLine.exec(first)?.[1];
    const own = hint === undefined ? lines : rest.join("\n").trim();
    tests.push({
      title,
      ...(hint !== undefined && { hint }),
      hidden: true,
      source: index === 0 && before !== "" ? `${before}\n${own}` : own,
    });
  }
  return { tests, faults };
}

/** Whether a text holds anything but remarks. */
const hasCode = (text: string): boolean =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .split("\n")
    .some((line) => !/^\s*(?:\/\/.*)?$/.test(line));
