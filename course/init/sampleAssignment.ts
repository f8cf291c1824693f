import { withLanguageInfo } from "../../kernel/notebook/languageInfo.ts";
import type { Cell, CellMetadata, Notebook } from "../../kernel/notebook/notebook.ts";

const lines = (...text: readonly string[]): string => text.join("\n");

const flags = { grade: false, solution: false, locked: false, task: false };

const metadata = (
  gradeId: string,
  given: Partial<typeof flags> & { readonly points?: number },
): CellMetadata => ({
  nbgrader: { schema_version: 3, grade_id: gradeId, ...flags, ...given },
});

const prose = (id: string, given: CellMetadata, ...text: readonly string[]): Cell => ({
  cell_type: "markdown",
  id,
  source: lines(...text),
  metadata: given,
});

const code = (id: string, given: CellMetadata, ...text: readonly string[]): Cell => ({
  cell_type: "code",
  id,
  source: lines(...text),
  metadata: given,
  outputs: [],
  execution_count: null,
});

/** A small assignment to start one's own from: an answer in code, its tests, and an answer in words. */
export function sampleNotebook(kernelName: string): Notebook {
  const kernelspec = {
    display_name: "TypeScript (Generation Loss)",
    language: "typescript",
    name: kernelName,
  };
  return withLanguageInfo({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec },
    cells: [
      prose(
        "title",
        metadata("title", { locked: true }),
        "# What does a loan cost?",
        "",
        "A bank lends money at a yearly rate. It is paid back in equal parts, one a month.",
      ),
      code(
        "given",
        metadata("given", { locked: true }),
        "const monthly = (yearlyRate: number): number => yearlyRate / 12;",
        "const close = (a: number, b: number): boolean => Math.abs(a - b) < 0.005;",
      ),
      prose(
        "payment-task",
        metadata("payment-task", { locked: true }),
        "## The monthly payment",
        "",
        "Write `payment(loan, yearlyRate, months)`: what is paid each month, so that nothing is owed after the last. A rate",
        "of 0.06 is six percent a year, half a percent a month. A loan without interest is paid back in equal parts, too.",
      ),
      code(
        "payment",
        metadata("payment", { solution: true }),
        "function payment(loan: number, yearlyRate: number, months: number): number {",
        "  // BEGIN SOLUTION",
        "  const rate = monthly(yearlyRate);",
        "  if (rate === 0) return loan / months;",
        "  return (loan * rate) / (1 - (1 + rate) ** -months);",
        "  // END SOLUTION",
        "  return NaN;",
        "}",
      ),
      code(
        "payment-tests",
        metadata("payment-tests", { grade: true, locked: true, points: 3 }),
        "if (!close(payment(1000, 0.12, 1), 1010)) {",
        '  throw new Error("after one month 1000 and one percent of it are owed");',
        "}",
        "// BEGIN HIDDEN TESTS",
        "// %% hidden: two months",
        "// hint: what is still owed after the first payment?",
        "const twice = payment(1000, 0.12, 2);",
        "const stillOwed = 1000 * 1.01 - twice;",
        "if (!close(stillOwed * 1.01, twice)) throw new Error('two such payments do not pay it back');",
        "// %% hidden: no interest",
        "// hint: a rate of nothing divides by nothing",
        'if (!close(payment(1200, 0, 12), 100)) throw new Error("a loan without interest");',
        "// END HIDDEN TESTS",
      ),
      prose(
        "words-task",
        metadata("words-task", { locked: true }),
        "## In words",
        "",
        "Twice the months: is the payment half of it, more, or less? Say why, in two sentences.",
      ),
      prose(
        "words",
        metadata("words", { grade: true, solution: true, points: 2 }),
        "More than half: the interest of the longer time is paid as well. Without interest it would be just half.",
      ),
    ],
  });
}

/** Wrong answers to it, which the tests must reject. */
export const sampleWrongAnswers: string = lines(
  "// Answers that must not get all points. Each is the whole cell, as a student would hand it in.",
  "// Behind the arrow stand the tests that must reject it; `visible` is what students see.",
  "",
  "// %% wrong payment: interest for one month only -> two months",
  "function payment(loan: number, yearlyRate: number, months: number): number {",
  "  return (loan * (1 + monthly(yearlyRate))) / months;",
  "}",
  "",
  "// %% wrong payment: divides by a rate of nothing -> no interest",
  "function payment(loan: number, yearlyRate: number, months: number): number {",
  "  const rate = monthly(yearlyRate);",
  "  return (loan * rate) / (1 - (1 + rate) ** -months);",
  "}",
  "",
  "// %% wrong payment: takes the yearly rate for the monthly one -> two months; visible",
  "function payment(loan: number, rate: number, months: number): number {",
  "  return rate === 0 ? loan / months : (loan * rate) / (1 - (1 + rate) ** -months);",
  "}",
  "",
);
