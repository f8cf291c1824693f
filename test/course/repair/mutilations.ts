/** What happens to notebooks on their way: each takes the file's JSON, and may name the exercises whose answer is lost by it. */
export interface FileCell {
  cell_type: string;
  id?: string;
  source: string | string[];
  metadata: Record<string, unknown>;
  outputs?: unknown[];
  execution_count?: number | null;
}
export interface File {
  cells: FileCell[];
  metadata: Record<string, unknown>;
  nbformat: number;
  nbformat_minor: number;
  worksheets?: unknown[];
}
export interface Mutilation {
  readonly title: string;
  /** @param answers the cells that hold answers, in order; @param starters what stood there before */
  change(file: File, answers: readonly FileCell[], starters: readonly string[]): void;
  /** How the file is written; as UTF-8 if it does not say. */
  write?(text: string): Uint8Array;
  /** Places among the answers that nobody can find again: their starters stand there. */
  readonly lost?: readonly number[];
}

const text = ({ source }: FileCell): string => [source].flat().join("");
const gradeId = (cell: FileCell): Record<string, unknown> =>
  cell.metadata.nbgrader as Record<string, unknown>;
const after = (file: File, cell: FileCell, ...more: FileCell[]): void =>
  void file.cells.splice(file.cells.indexOf(cell) + 1, 0, ...more);
const copyOf = (cell: FileCell, changes: Partial<FileCell> = {}): FileCell => ({
  ...structuredClone(cell),
  id: `${cell.id}-copy`,
  ...changes,
});
const own = (source: string, cell_type = "code"): FileCell => ({
  cell_type,
  id: `mine-${source.length}`,
  source,
  metadata: {},
});
const everyCell = (change: (cell: FileCell, index: number) => void) => (file: File) =>
  file.cells.forEach(change);
const utf16 =
  (order: "le" | "be") =>
  (written: string): Uint8Array => {
    const bytes = Buffer.from(`\uFEFF${written}`, "utf16le");
    return order === "le" ? bytes : bytes.swap16();
  };
/** The text cut in two at its middle line. */
const halves = (cell: FileCell): [string, string] => {
  const lines = text(cell).split("\n");
  const middle = Math.ceil(lines.length / 2);
  return [lines.slice(0, middle).join("\n"), lines.slice(middle).join("\n")];
};

export const mutilations: readonly Mutilation[] = [
  { title: "nothing", change: () => {} },
  {
    title: "an answer duplicated below itself",
    change: (file, [first]) => after(file, first!, copyOf(first!)),
  },
  {
    title: "an answer's starter pasted again below it",
    change: (file, [first], [starter]) => after(file, first!, copyOf(first!, { source: starter! })),
  },
  {
    title: "an answer duplicated at the end, with another text",
    change: (file, [first]) =>
      void file.cells.push(copyOf(first!, { source: `${text(first!)}\n// an older try` })),
  },
  {
    title: "an answer split in two, both with its name",
    change(file, [first]) {
      const [head, tail] = halves(first!);
      first!.source = head;
      after(file, first!, copyOf(first!, { source: tail }));
    },
  },
  {
    title: "an answer moved to the end",
    change(file, [first]) {
      file.cells.splice(file.cells.indexOf(first!), 1);
      file.cells.push(first!);
    },
  },
  { title: "all cells in reverse", change: (file) => void file.cells.reverse() },
  {
    title: "an answer deleted",
    change: (file, [first]) => void file.cells.splice(file.cells.indexOf(first!), 1),
    lost: [0],
  },
  {
    title: "all cells but the answers deleted",
    change: (file, answers) => {
      file.cells = file.cells.filter((cell) => answers.includes(cell));
    },
  },
  {
    title: "a check deleted",
    change: (file) =>
      void file.cells.splice(
        file.cells.findIndex((cell) => gradeId(cell)?.grade === true),
        1,
      ),
  },
  {
    title: "a check emptied",
    change: (file) => {
      file.cells.find((cell) => gradeId(cell)?.grade === true)!.source = "";
    },
  },
  {
    title: "a check changed into one that always passes",
    change: (file) => {
      file.cells.find((cell) => gradeId(cell)?.grade === true)!.source = 'check("yes", 1, 1)';
    },
  },
  {
    title: "a check duplicated",
    change(file) {
      const cell = file.cells.find((each) => gradeId(each)?.grade === true)!;
      after(file, cell, copyOf(cell, { source: "1" }));
    },
  },
  {
    title: "the setup changed",
    change: (file) => {
      file.cells.find(({ id }) => id === "setup")!.source = "1";
    },
  },
  {
    title: "answers renamed, ids kept",
    change: (_, answers) =>
      answers.forEach((cell, i) => {
        gradeId(cell).grade_id = `renamed-${i}`;
      }),
  },
  {
    title: "ids new, names kept",
    change: everyCell((cell, i) => {
      cell.id = `new-${i}`;
    }),
  },
  {
    title: "all metadata gone, ids kept",
    change: everyCell((cell) => {
      cell.metadata = {};
    }),
  },
  {
    title: "all metadata and ids gone, as from another editor",
    change(file) {
      file.nbformat_minor = 4;
      for (const cell of file.cells) {
        cell.metadata = {};
        delete cell.id;
      }
    },
  },
  {
    title: "metadata that are lists",
    change: everyCell((cell) => {
      (cell.metadata as unknown) = [];
    }),
  },
  {
    title: "an answer turned into text",
    change: (_, [first]) => {
      first!.cell_type = "markdown";
    },
  },
  {
    title: "an answer turned into a raw cell",
    change: (_, [first]) => {
      first!.cell_type = "raw";
    },
  },
  {
    title: "a kind of cell that nobody knows",
    change: (_, [first]) => {
      first!.cell_type = "heading";
    },
  },
  ...[0, 1, 2, 3].map((minor) => ({
    title: `nbformat 4.${minor}, without ids`,
    change(file: File) {
      file.nbformat_minor = minor;
      for (const cell of file.cells) delete cell.id;
    },
  })),
  {
    title: "nbformat 3, in sheets",
    change(file) {
      const cells = file.cells.map(({ source, id: _, ...cell }) =>
        cell.cell_type === "code" ? { ...cell, input: source, language: "typescript" } : { ...cell, source },
      );
      Object.assign(file, { nbformat: 3, worksheets: [{ cells }] });
      delete (file as Partial<File>).cells;
    },
  },
  {
    title: "a mark of the byte order",
    change: () => {},
    write: (written) => Buffer.from(`\uFEFF${written}`),
  },
  { title: "UTF-16, little end first", change: () => {}, write: utf16("le") },
  { title: "UTF-16, big end first", change: () => {}, write: utf16("be") },
  {
    title: "line ends of Windows",
    change: everyCell((cell) => {
      cell.source = text(cell).replaceAll("\n", "\r\n");
    }),
  },
  {
    title: "texts as one string",
    change: everyCell((cell) => {
      cell.source = text(cell);
    }),
  },
  {
    title: "50 MB of output",
    change: (_, [first]) => {
      first!.outputs = [{ output_type: "stream", name: "stdout", text: "x".repeat(50_000_000) }];
    },
  },
  {
    title: "outputs that are none",
    change: everyCell((cell) => {
      (cell.outputs as unknown) = "gone";
    }),
  },
  {
    title: "cells of one's own between",
    change: (file, [first]) => after(file, first!, own("const helper = 1;"), own("a note", "markdown")),
  },
  {
    title: "cells that are nothing",
    change: (file) => void file.cells.splice(1, 0, null as never, 5 as never, {} as never),
  },
  {
    title: "ids that stand twice",
    change: everyCell((cell, i) => {
      if (i % 2) cell.id = "twice";
    }),
  },
];
