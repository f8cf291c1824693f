import { type PercentRegion, parsePercent } from "../../kernel/notebook/parsePercent.ts";
import { visibleTitle } from "./judgeTests.ts";

/** An answer that must not get all points. */
export interface ListedWrongAnswer {
  /** Name of the answer's cell. */
  readonly gradeId: string;
  /** What is wrong with it. */
  readonly title: string;
  /** Titles of the tests that must reject it; none: it must get less than all points, whatever rejects it. */
  readonly rejectedBy: readonly string[];
  /** The whole cell as a student would hand it in. */
  readonly source: string;
  /** Line of its mark in the file. */
  readonly line: number;
}

/**
 * Reads `NOTEBOOK.wrong.ts`: regions `// %% wrong GRADE_ID: what is wrong -> titles of tests; more of them`. In place of
 * a title, `visible` stands for what students see.
 */
export function readWrongAnswers(text: string): {
  readonly wrong: readonly ListedWrongAnswer[];
  readonly faults: readonly string[];
} {
  const faults: string[] = [];
  const wrong = parsePercent(text).flatMap((region) => {
    const { kind, name, title, source, line } = region;
    const rule = ruleBroken(region);
    if (rule !== undefined) {
      faults.push(`line ${line}: ${rule}, got "// %% ${kind} ${name}"`);
      return [];
    }
    const [about = "", tests = ""] = title.split("->").map((part) => part.trim());
    const rejectedBy = tests
      .split(";")
      .map((test) => test.trim())
      .filter((test) => test !== "")
      .map((test) => (test === "visible" ? visibleTitle : test));
    return [{ gradeId: name, title: about, rejectedBy, source, line }];
  });
  return { wrong, faults };
}

function ruleBroken({ kind, name, title, source }: PercentRegion): string | undefined {
  if (kind !== "wrong" || name === "")
    return 'a region must begin with "// %% wrong GRADE_ID: what is wrong -> tests that reject it"';
  if (title.split("->")[0]?.trim() === "") return "a wrong answer must say what is wrong, behind the colon";
  return source === "" ? "a wrong answer must hold the cell as a student would hand it in" : undefined;
}
