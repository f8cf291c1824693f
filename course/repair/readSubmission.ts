import type { LooseCell } from "./looseCell.ts";

type Json = Record<string, unknown>;

/** What was handed in, as far as it can be read; never an exception. */
export type Submission =
  | { readonly cells: readonly LooseCell[]; readonly notes: readonly string[] }
  /** Why no cell can be read. */
  | { readonly unreadable: string };

/**
 * Reads a notebook that someone handed in: nbformat 4 of any minor version, also 3; UTF-8 or UTF-16, with or without a
 * mark of its order; any line ends. What no cell can be made of is noted and left out.
 *
 * @param bytes the whole file
 */
export function readSubmission(bytes: Uint8Array): Submission {
  const text = decoded(bytes);
  if (text.trim() === "") return { unreadable: "the file is empty" };
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    return { unreadable: `it is no notebook: JSON ends in ${(error as Error).message}` };
  }
  const given = isObject(file) ? cellsOf(file) : undefined;
  if (!given) return { unreadable: "it is JSON, but holds no cells" };
  const notes: string[] = [];
  const cells = given.flatMap((cell, place): LooseCell[] => {
    const source = isObject(cell) ? joined(cell.source ?? cell.input) : undefined;
    if (!isObject(cell) || source === undefined) {
      notes.push(`cell ${place + 1} holds no text, and is left out`);
      return [];
    }
    const gradeId =
      isObject(cell.metadata) && isObject(cell.metadata.nbgrader) && cell.metadata.nbgrader.grade_id;
    return [
      {
        place,
        type: String(cell.cell_type),
        ...(typeof cell.id === "string" && cell.id !== "" && { id: cell.id }),
        ...(typeof gradeId === "string" && gradeId !== "" && { gradeId }),
        source: source.replace(/\r\n?/g, "\n"),
      },
    ];
  });
  return { cells, notes };
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const order =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(order).decode(bytes); // takes the mark away
}

/** The cells of nbformat 4, or those of the sheets of nbformat 3. */
function cellsOf({ cells, worksheets }: Json): readonly unknown[] | undefined {
  if (Array.isArray(cells)) return cells;
  if (!Array.isArray(worksheets)) return undefined;
  return worksheets.flatMap((sheet: unknown) =>
    isObject(sheet) && Array.isArray(sheet.cells) ? sheet.cells : [],
  );
}

function joined(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return Array.isArray(value) ? value.filter((line) => typeof line === "string").join("") : undefined;
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
