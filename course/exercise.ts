import type { Cell, CodeCell, Notebook } from "../kernel/notebook/notebook.ts";
import type { PercentRegion } from "../kernel/notebook/parsePercent.ts";

/** An exercise of a chapter, with what its notebook has of it and what its solutions file has. */
export interface Exercise {
  /** What the cells of the notebook and the regions of the file call it. */
  readonly id: string;
  readonly starters: readonly CodeCell[];
  /** Visible checks. */
  readonly checks: readonly CodeCell[];
  readonly solutions: readonly PercentRegion[];
  readonly hidden: readonly PercentRegion[];
  readonly wrong: readonly WrongAnswer[];
}

/** An answer that must not get the points. */
export interface WrongAnswer {
  readonly source: string;
  readonly title: string;
  /** Titles of the hidden tests that must reject it, or `visible`: what follows `->`, at semicolons. */
  readonly rejectedBy: readonly string[];
}

/** In place of a hidden test's title: the exercise's last visible check rejects the answer. */
export const byVisibleCheck = "visible";

/** The exercises of a chapter, in its order. */
export function exercisesOf(notebook: Notebook, regions: readonly PercentRegion[]): Exercise[] {
  const prompts = notebook.cells.filter((cell) => roleOf(cell).role === "exercise");
  const ids = new Set(prompts.flatMap((cell) => roleOf(cell).exercise ?? []));
  return [...ids].map((id) => {
    const cells = (role: string): CodeCell[] =>
      notebook.cells.filter(
        (cell): cell is CodeCell =>
          cell.cell_type === "code" && roleOf(cell).role === role && roleOf(cell).exercise === id,
      );
    const own = (kind: string): PercentRegion[] =>
      regions.filter((region) => region.kind === kind && region.name === id);
    return {
      id,
      starters: cells("starter"),
      checks: cells("check"),
      solutions: own("solution"),
      hidden: own("hidden"),
      wrong: own("wrong").map(({ source, title }) => {
        const [about = "", tests = ""] = title.split("->").map((part) => part.trim());
        return { source, title: about, rejectedBy: tests.split(";").map((test) => test.trim()) };
      }),
    };
  });
}

interface Role {
  readonly role?: string;
  readonly exercise?: string;
}

const roleOf = (cell: Cell): Role => (cell.metadata.genloss ?? {}) as Role;
