/** What taking answers away, and bringing them back, loads: the chapter's notebook, and how notebooks are written. */
import { formatNotebook } from "../../../kernel/notebook/formatNotebook.ts";
import type { Notebook } from "../../../kernel/notebook/notebook.ts";
import { textOf } from "./texts.ts";

/** What the page's own script finds here. */
export interface AnswersProgram {
  /**
   * The chapter's notebook with these answers, as the text of its file.
   *
   * @param notebook address of the script that holds it
   * @param answers by id of the starter's cell
   */
  withAnswers(notebook: string, answers: ReadonlyMap<string, string>): Promise<string>;
  /**
   * The answers that a notebook's file holds, by id of the starter's cell: such a file as above, or one from Jupyter.
   *
   * @throws {Error} if it is no notebook, or has no cell of this chapter's exercises
   */
  answersIn(notebook: string, file: string): Promise<ReadonlyMap<string, string>>;
}

interface LooseCell {
  readonly id?: unknown;
  readonly source?: unknown;
  readonly metadata?: Readonly<Record<string, unknown>>;
}

const read = async (address: string): Promise<Notebook> =>
  JSON.parse(await textOf(address, "notebook")) as Notebook;

const program: AnswersProgram = {
  async withAnswers(address, answers) {
    const notebook = await read(address);
    const cells = notebook.cells.map((cell) => ({ ...cell, source: answers.get(cell.id) ?? cell.source }));
    return formatNotebook({ ...notebook, cells });
  },
  async answersIn(address, file) {
    const { cells } = await read(address);
    const found = new Map<string, string>();
    for (const cell of cellsOf(file)) {
      const gradeId = gradeIdOf(cell);
      const starter = cells.find((own) =>
        gradeId === undefined ? own.id === cell.id : gradeIdOf(own) === gradeId,
      );
      const source = [cell.source].flat().join("");
      if (starter && isStarter(starter)) found.set(starter.id, source);
    }
    if (found.size === 0)
      throw new Error("Cannot bring answers back: the file must be a notebook of this chapter");
    return found;
  },
};
(globalThis as { genlossAnswers?: AnswersProgram }).genlossAnswers = program;

function cellsOf(file: string): readonly LooseCell[] {
  try {
    const { cells } = JSON.parse(file) as { cells?: unknown };
    return Array.isArray(cells) ? (cells as LooseCell[]) : [];
  } catch {
    return [];
  }
}

const gradeIdOf = ({ metadata }: LooseCell): unknown =>
  (metadata?.nbgrader as { grade_id?: unknown } | undefined)?.grade_id;

const isStarter = ({ metadata }: Notebook["cells"][number]): boolean =>
  (metadata.genloss as { role?: unknown } | undefined)?.role === "starter";
