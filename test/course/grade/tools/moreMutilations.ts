import type { File, FileCell, Mutilation } from "../../repair/mutilations.ts";

type Nbgrader = Record<string, unknown>;
const nbgrader = (cell: FileCell): Nbgrader => cell.metadata.nbgrader as Nbgrader;
const text = ({ source }: FileCell): string => [source].flat().join("");
const bytes = (written: string): Uint8Array => new TextEncoder().encode(written);
const own = (source: string, place: string): FileCell => ({
  cell_type: "code",
  id: place,
  source,
  metadata: {},
});
const pretty = (written: string, space: string | number): string =>
  JSON.stringify(JSON.parse(written), null, space);
const all = (change: (cell: FileCell, index: number) => void) => (file: File) => file.cells.forEach(change);

/** Further ones, of which the answers can be read. */
export const readable: readonly Mutilation[] = [
  {
    title: "an answer split in three",
    change(file, [, spread]) {
      const lines = text(spread!).split("\n");
      const pieces = [lines[0]!, lines.slice(1, -1).join("\n"), lines.at(-1)!];
      const cells = pieces.map((source, k) => ({ ...structuredClone(spread!), id: `piece-${k}`, source }));
      file.cells.splice(file.cells.indexOf(spread!), 1, ...cells);
    },
  },
  {
    title: "answers that changed places",
    change(file, [mean, spread]) {
      const [a, b] = [file.cells.indexOf(mean!), file.cells.indexOf(spread!)];
      [file.cells[a], file.cells[b]] = [spread!, mean!];
    },
  },
  {
    title: "an answer in a new cell below the starter",
    change(file, [mean], [starter]) {
      file.cells.splice(file.cells.indexOf(mean!) + 1, 0, own(text(mean!), "mine"));
      mean!.source = starter!;
    },
  },
  {
    title: "a helper of its own, in a cell above, on which the answer stands",
    change(file, [mean]) {
      file.cells.splice(
        file.cells.indexOf(mean!),
        0,
        own("const total = (x: number[]) => sum(x);", "helper"),
      );
      mean!.source = "function mean(x: number[]) { return total(x) / x.length; }";
    },
  },
  {
    title: "all cells but the answers deleted, and the answers without metadata",
    change(file, answers) {
      file.cells = [...answers];
      for (const cell of answers) cell.metadata = {};
    },
  },
  {
    title: "nbformat 4.4, without ids",
    change(file) {
      file.nbformat_minor = 4;
      for (const cell of file.cells) delete cell.id;
    },
  },
  {
    title: "nbformat 4.9, which nobody knows yet",
    change: (file) => void Object.assign(file, { nbformat_minor: 9 }),
  },
  {
    title: "a version that is a text",
    change: (file) => void Object.assign(file, { nbformat: "4", nbformat_minor: "5" }),
  },
  {
    title: "no version at all",
    change: (file) => void Object.assign(file, { nbformat: undefined, nbformat_minor: undefined }),
  },
  {
    title: "no metadata of the notebook",
    change: (file) => void Object.assign(file, { metadata: undefined }),
  },
  {
    title: "another kernel",
    change: (file) =>
      void Object.assign(file, {
        metadata: {
          kernelspec: { name: "python3", display_name: "Python 3", language: "python" },
        },
      }),
  },
  {
    title: "nbgrader's metadata as a text",
    change: all((cell) => {
      cell.metadata = { nbgrader: "gone" };
    }),
  },
  {
    title: "nbgrader's metadata of schema 1, with checksums",
    change: all((cell) => {
      if (cell.metadata.nbgrader)
        Object.assign(nbgrader(cell), { schema_version: 1, checksum: "0".repeat(32) });
    }),
  },
  {
    title: "points raised, and flags turned round",
    change: all((cell) => {
      if (!cell.metadata.nbgrader) return;
      const { grade, solution } = nbgrader(cell);
      Object.assign(nbgrader(cell), { points: 1000, grade: !grade, solution: !solution, locked: false });
    }),
  },
  {
    title: "counts and outputs of other kinds",
    change: all((cell) => {
      Object.assign(cell, { execution_count: "In [3]", outputs: [null, 5, { output_type: "strange" }] });
    }),
  },
  {
    title: "attachments and widgets",
    change(file) {
      for (const cell of file.cells)
        Object.assign(cell, { attachments: { "a.png": { "image/png": "AAAA" } } });
      file.metadata.widgets = { state: { a: { b: [1, 2, 3] } } };
    },
  },
  {
    title: "texts with parts that are none",
    change: all((cell) => {
      cell.source = [...text(cell).split(/(?<=\n)/), null as never, 5 as never, {} as never];
    }),
  },
  {
    title: "10 000 empty cells",
    change: (file) => file.cells.push(...Array.from({ length: 10_000 }, (_, k) => own("", `e${k}`))),
  },
  {
    title: "an answer with a megabyte of remarks",
    change: (_, [mean]) =>
      void Object.assign(mean!, { source: `// ${"x".repeat(1_000_000)}\n${text(mean!)}` }),
  },
  {
    title: "an answer with strange characters",
    change: (_, [mean]) =>
      void Object.assign(mean!, {
        source: `const strange = "\u0000 \u2028 \ud800 \ufeff \u202e 👩‍👩‍👧";\n${text(mean!)}`,
      }),
  },
  {
    title: "line ends of old Macs",
    change: all((cell) => {
      cell.source = text(cell).replaceAll("\n", "\r");
    }),
  },
  {
    title: "a file with line ends of Windows",
    change: () => {},
    write: (written) => bytes(pretty(written, 2).replaceAll("\n", "\r\n")),
  },
  {
    title: "a mark of the byte order and line ends of Windows",
    change: () => {},
    write: (written) => bytes(`\uFEFF${pretty(written, 1).replaceAll("\n", "\r\n")}`),
  },
  {
    title: "tabs, and room at both ends",
    change: () => {},
    write: (written) => bytes(`\n\n  ${pretty(written, "\t")}\n\n\n`),
  },
  {
    title: "bytes that are no UTF-8",
    change: (_, [mean]) => void Object.assign(mean!, { source: `// §§§\n${text(mean!)}` }),
    write: (written) => Buffer.from(written, "latin1"),
  },
  {
    title: "metadata a hundred levels deep",
    change(file) {
      let deep: unknown = 1;
      for (let k = 0; k < 100; k += 1) deep = { deep };
      for (const cell of file.cells) cell.metadata.deep = deep;
    },
  },
];

/** Files of which nothing can be read, with what is said of them. */
export const unreadable: readonly (readonly [
  title: string,
  write: (text: string) => Uint8Array,
  says: RegExp,
])[] = [
  ["nothing", () => bytes(""), /the file is empty/],
  ["room alone", () => bytes(" \n\t\n"), /the file is empty/],
  ["a text", () => bytes("I could not save it, sorry"), /it is no notebook: its text is not JSON/],
  ["half of it", (written) => bytes(written.slice(0, written.length / 2)), /its text is not JSON/],
  ["a comma too many", (written) => bytes(written.replace(/\}$/, ",}")), /its text is not JSON/],
  [
    "a conflict of two versions",
    (written) => bytes(`<<<<<<< HEAD\n${written}\n=======\n>>>>>>> mine`),
    /its text is not JSON/,
  ],
  ["a list", (written) => bytes(`[${written}]`), /it is JSON, but holds no cells/],
  [
    "no cells",
    () => bytes('{"metadata": {}, "nbformat": 4, "nbformat_minor": 5}'),
    /it is JSON, but holds no cells/,
  ],
  ["noughts", () => new Uint8Array(5000), /its text is not JSON/],
  [
    "a zip under a notebook's name",
    () => Buffer.from("PK\u0003\u0004rest", "latin1"),
    /its text is not JSON/,
  ],
];
