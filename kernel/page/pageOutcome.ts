import type { CellOutcome } from "../session/session.ts";

/** How a cell ended in a page: as elsewhere, or with the worker, which was asked to stop or failed. */
export type PageOutcome =
  | CellOutcome
  | { readonly status: "gone"; readonly why: string; readonly wasStopped: boolean };
