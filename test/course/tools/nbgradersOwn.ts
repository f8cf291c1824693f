import type { Cell, CellMetadata, Notebook } from "../../../kernel/notebook/notebook.ts";
import { cell, lines, nbgrader, with_ } from "../source/tools.ts";

/**
 * A source as nbgrader's instructors write it, who never heard of us: hidden tests without titles, an answer without
 * regions, a test that gives nothing, code and tasks that a person marks, and cells without ids, as in notebook format 4.4.
 */
export function nbgradersOwn(): string {
  const cells = [
    cell.words("intro", "# Rectangles"),
    cell.given("setup", "const times = (a: number, b: number): number => a * b;"),
    cell.answer(
      "area",
      lines(
        "function area(a: number, b: number): number {",
        "  /// BEGIN SOLUTION",
        "  return times(Math.abs(a), Math.abs(b));",
        "  /// END SOLUTION",
        "}",
      ),
    ),
    cell.tests(
      "area-tests",
      2,
      lines(
        'if (area(2, 3) !== 6) throw new Error("two by three");',
        "/// BEGIN HIDDEN TESTS",
        'if (area(-2, 3) !== 6) throw new Error("no area is negative");',
        "/// END HIDDEN TESTS",
      ),
    ),
    cell.answer("around", "const around = (a: number, b: number): number => 2 * (a + b);"),
    cell.tests("around-tests", 1.5, 'if (around(2, 3) !== 10) throw new Error("two by three");'),
    cell.tests("free-tests", 0, 'if (around(1, 1) !== 4) throw new Error("one by one");'),
    with_(
      cell.free("drawing", 'console.log("+--+");'),
      nbgrader("drawing", { grade: true, solution: true, points: 2 }),
    ),
    cell.task(
      "sketch",
      1,
      lines("Draw both on paper.", "### BEGIN MARK SCHEME", "a half each", "### END MARK SCHEME"),
    ),
    cell.essay("why", 1, "Since a length has no sign."),
  ];
  const metadata: CellMetadata = {
    kernelspec: { display_name: "TypeScript", language: "typescript", name: "genloss" },
    language_info: { name: "typescript" },
  };
  const bare = cells.map(({ id: _, ...rest }: Cell) => rest);
  const notebook: Omit<Notebook, "cells"> = { nbformat: 4, nbformat_minor: 4, metadata };
  return JSON.stringify({ ...notebook, cells: bare });
}

/** What nbgrader's instructors must tell it of TypeScript, in their own words. */
export const ownConfig: string = lines(
  "c = get_config()",
  'c.CourseDirectory.course_id = "own"',
  'c.ClearSolutions.code_stub = {"typescript": "throw new Error(\'nothing here yet\');"}',
  "",
);
