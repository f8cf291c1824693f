import type { Cell } from "../../kernel/notebook/notebook.ts";
import { variantCount } from "./variantNotebook.ts";

/** Whether a cell holds numbers of each student's own. */
export const hasVariants = (cell: Cell): boolean =>
  variantCount({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 }) > 0;
