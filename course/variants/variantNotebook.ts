import { createHash, createHmac } from "node:crypto";
import type { Cell, Notebook } from "../../kernel/notebook/notebook.ts";
import { checksumOf } from "../source/checksum.ts";

/** Whose numbers are wanted. */
export interface VariantKey {
  /** Of the course. */
  readonly secret: Buffer;
  readonly assignment: string;
  /** The student's id, or that of a group whose members share their numbers. */
  readonly student: string;
}

/** A notebook with one student's own numbers. */
export interface VariantNotebook {
  readonly notebook: Notebook;
  /** Stands for the numbers, in results. "" if the notebook has none. */
  readonly id: string;
}

/** A line such as `const seed = 1; // variant`: the number is what everybody gets without variants. */
const variantLine =
  /^(\s*(?:const|let)\s+([A-Za-z_$][\w$]*)(?:\s*:\s*number)?\s*=\s*)\d+(\s*;\s*\/\/ variant\s*)$/gm;

/**
 * A notebook with the numbers of one student in its variant lines. They follow from the course's secret: the same
 * student always has the same ones, and whoever grades computes them anew and reads them from no submission.
 *
 * @param notebook as it is handed out to everybody
 * @param name of the notebook
 */
export function variantNotebook(notebook: Notebook, name: string, key: VariantKey): VariantNotebook {
  const values: (readonly [string, number])[] = [];
  const cells = notebook.cells.map((cell): Cell => {
    if (cell.cell_type !== "code") return cell;
    const source = cell.source.replace(variantLine, (_, before: string, variable: string, after: string) => {
      const value = variantSeed(key, `${name}/${variable}`);
      values.push([variable, value]);
      return `${before}${value}${after}`;
    });
    return source === cell.source ? cell : withChecksum({ ...cell, source });
  });
  const id =
    values.length === 0 ? "" : createHash("sha256").update(JSON.stringify(values)).digest("hex").slice(0, 12);
  return { notebook: { ...notebook, cells }, id };
}

/**
 * A student's number for an exercise, from 1 to 2³¹ − 1: the first 48 bits of HMAC-SHA256, with the course's secret as
 * key, of assignment, exercise and student, parted by zero bytes.
 *
 * @param exercise `NOTEBOOK/VARIABLE`
 */
export function variantSeed({ secret, assignment, student }: VariantKey, exercise: string): number {
  const bytes = createHmac("sha256", secret).update([assignment, exercise, student].join("\0")).digest();
  return 1 + (bytes.readUIntBE(0, 6) % (2 ** 31 - 1));
}

/** Ids of the cells that hold numbers of each student's own. */
export const variedCells = ({ cells }: Notebook): readonly string[] =>
  cells
    .filter(({ cell_type: type, source }) => type === "code" && source.search(variantLine) >= 0)
    .map(({ id }) => id);

/** Lines that speak of a variant and are none. */
export const brokenVariantLines = ({ cell_type: type, source }: Cell): readonly string[] =>
  type === "code"
    ? source.split("\n").filter((line) => /\/\/\s*variants?\s*$/i.test(line) && line.search(variantLine) < 0)
    : [];

function withChecksum(cell: Cell): Cell {
  const checksum = checksumOf(cell);
  if (checksum === undefined) return cell;
  return {
    ...cell,
    metadata: { ...cell.metadata, nbgrader: { ...(cell.metadata.nbgrader as object), checksum } },
  };
}
