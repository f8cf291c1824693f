import type { Cell } from "../../kernel/notebook/notebook.ts";

/** What a cell can be to its chapter, and the kind of cell that it must be for that. */
export const roleKinds: Readonly<Record<Role, Cell["cell_type"]>> = {
  setup: "code",
  predict: "markdown",
  figure: "code",
  claim: "code",
  profile: "code",
  exercise: "markdown",
  starter: "code",
  check: "code",
  limits: "markdown",
  summary: "markdown",
};

type Role =
  | "setup"
  | "predict"
  | "figure"
  | "claim"
  | "profile"
  | "exercise"
  | "starter"
  | "check"
  | "limits"
  | "summary";

/** What our metadata, `genloss`, says about a cell. */
export interface CellRole {
  readonly role?: Role;
  /** Anchor of a figure. */
  readonly label?: string;
  readonly caption?: string;
  /** Name of the exercise that the cell belongs to. */
  readonly exercise?: string;
  readonly difficulty?: 1 | 2 | 3;
  readonly title?: string;
}
