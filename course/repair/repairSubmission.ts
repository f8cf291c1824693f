import type { Cell, CodeCell, Notebook } from "../../kernel/notebook/notebook.ts";
import { type FoundAnswer, findAnswer } from "./findAnswer.ts";
import type { LooseCell } from "./looseCell.ts";
import { readSubmission } from "./readSubmission.ts";

/** Something in a submission that was not as it was handed out. */
export interface RepairFinding {
  /** The exercise's or cell's name; "" for the file. */
  readonly cell: string;
  readonly kind:
    | "format"
    | "found"
    | "retyped"
    | "joined"
    | "copies"
    | "missing"
    | "changed"
    | "absent"
    | "own";
  /** In words, for whoever marks. */
  readonly words: string;
}

/** A submission as it can be marked. */
export type RepairedSubmission =
  | {
      readonly status: "ok";
      /** What was handed out, with the answers in it, and cells of the student's own where they stood. */
      readonly notebook: Notebook;
      readonly findings: readonly RepairFinding[];
    }
  | { readonly status: "unreadable"; readonly why: string };

/**
 * Makes of what a student handed in what it would be, had nothing but answers been touched: every cell that was handed out
 * is there, once and in its place, and is as it was handed out; the answers are the student's. Cells of the student's own
 * stay after the cell that they followed. Pure: the same submission, the same result.
 *
 * @param release the notebook as it was handed out, with nbgrader's metadata (schema 3)
 * @param bytes the file that was handed in, whatever it is
 * @example repairSubmission(release, new TextEncoder().encode("no notebook")).status // => "unreadable"
 */
export function repairSubmission(release: Notebook, bytes: Uint8Array): RepairedSubmission {
  const read = readSubmission(bytes);
  if ("unreadable" in read) return { status: "unreadable", why: read.unreadable };
  const findings: RepairFinding[] = read.notes.map((words) => ({ cell: "", kind: "format", words }));
  const known = new Set(release.cells.map(gradeIdOf));
  // A name that was never handed out says nothing.
  const cells = read.cells.map(({ gradeId, ...cell }) => ({
    ...cell,
    ...(gradeId !== undefined && known.has(gradeId) && { gradeId }),
  }));
  const given = new Map<Cell, readonly LooseCell[]>();
  const taken = new Set<LooseCell>();
  for (const cell of release.cells) {
    if (isAnswer(cell)) continue;
    const copies = copiesOf(cell, cells);
    given.set(cell, copies);
    for (const copy of copies) taken.add(copy);
    findings.push(...changesOf(cell, copies));
  }
  const answers = new Map<Cell, FoundAnswer>();
  for (const [index, cell] of release.cells.entries()) {
    if (!isAnswer(cell)) continue;
    const free = cells.filter((each) => !taken.has(each));
    const found = findAnswer(cell, gradeIdOf(cell), free, expectedPlace(release.cells, index, given));
    answers.set(cell, found);
    for (const each of [...found.cells, ...found.copies]) taken.add(each);
    findings.push(...answerFindings(cell, found));
  }
  const own = cells.filter((cell) => !taken.has(cell) && cell.source.trim() !== "");
  if (own.length > 0)
    findings.push({ cell: "", kind: "own", words: `${count(own.length, "cell")} of the student's own` });
  return {
    status: "ok",
    notebook: { ...release, cells: assembled(release.cells, { given, answers, own }) },
    findings,
  };
}

const nbgraderOf = ({ metadata }: Cell): { grade_id?: unknown; solution?: unknown } =>
  (metadata.nbgrader ?? {}) as { grade_id?: unknown; solution?: unknown };
const gradeIdOf = (cell: Cell): string => String(nbgraderOf(cell).grade_id ?? "");
/** Whether a cell waits for an answer. */
export const isAnswer = (cell: Cell): boolean => nbgraderOf(cell).solution === true;
const nameOf = (cell: Cell): string => gradeIdOf(cell) || cell.id;
const count = (n: number, what: string): string => (n === 1 ? `1 ${what}` : `${n} ${what}s`);

/** The submission's copies of a cell that is not to be answered. */
function copiesOf(cell: Cell, cells: readonly LooseCell[]): readonly LooseCell[] {
  const gradeId = gradeIdOf(cell);
  return cells.filter((each) => {
    if (each.gradeId !== undefined) return each.gradeId === gradeId;
    return each.id === cell.id || (cell.source.trim() !== "" && each.source.trim() === cell.source.trim());
  });
}

function changesOf(cell: Cell, copies: readonly LooseCell[]): RepairFinding[] {
  const name = nameOf(cell);
  if (copies.length === 0)
    return [{ cell: name, kind: "absent", words: "was taken out, and is there again" }];
  if (copies.some(({ source }) => source.trim() === cell.source.trim())) return [];
  return [{ cell: name, kind: "changed", words: "was changed, and is as it was handed out" }];
}

/** Between which cells of the submission an answer should stand: those of its neighbours that are there. */
function expectedPlace(
  released: readonly Cell[],
  index: number,
  given: ReadonlyMap<Cell, readonly LooseCell[]>,
): { readonly after: number; readonly before: number } {
  const placeOf = (cell: Cell): number | undefined => given.get(cell)?.[0]?.place;
  const before = released
    .slice(0, index)
    .map(placeOf)
    .findLast((place) => place !== undefined);
  const after = released
    .slice(index + 1)
    .map(placeOf)
    .find((place) => place !== undefined);
  return { after: before ?? -1, before: after ?? Number.POSITIVE_INFINITY };
}

const hows: Readonly<Record<FoundAnswer["how"], string>> = {
  name: "",
  id: "its name was gone; found by the cell's id",
  likeness: "its name and id were gone; found by what it declares",
  place: "its name and id were gone; found by its place",
  nothing: "is not there: the starter stands in its place",
};

function answerFindings(cell: Cell, { cells, copies, how }: FoundAnswer): RepairFinding[] {
  const name = nameOf(cell);
  const find = (kind: RepairFinding["kind"], words: string): RepairFinding => ({ cell: name, kind, words });
  const types = new Set(cells.map(({ type }) => type).filter((type) => type !== cell.cell_type));
  return [
    ...(how === "name" ? [] : [find(how === "nothing" ? "missing" : "found", hows[how])]),
    ...[...types].map((type) => find("retyped", `was a ${type} cell, and is ${cell.cell_type} again`)),
    ...(cells.length > 1
      ? [find("joined", `was split into ${cells.length} cells, which are one again`)]
      : []),
    ...(copies.length > 0
      ? [find("copies", `${count(copies.length, "further copy").replace("copys", "copies")} of it left out`)]
      : []),
  ];
}

interface Parts {
  readonly given: ReadonlyMap<Cell, readonly LooseCell[]>;
  readonly answers: ReadonlyMap<Cell, FoundAnswer>;
  readonly own: readonly LooseCell[];
}

/** What was handed out, in its order, and the student's own cells each after the one that it followed. */
function assembled(released: readonly Cell[], { given, answers, own }: Parts): Cell[] {
  const places = new Map<number, Cell>();
  for (const [cell, copies] of given) for (const { place } of copies) places.set(place, cell);
  for (const [cell, found] of answers)
    for (const { place } of [...found.cells, ...found.copies]) places.set(place, cell);
  const followed = (place: number): Cell | undefined => {
    for (let at = place - 1; at >= 0; at -= 1) if (places.has(at)) return places.get(at);
    return undefined;
  };
  const ownAfter = Map.groupBy(own, ({ place }) => followed(place));
  const ids = new Set(released.map(({ id }) => id));
  const asCell = ({ place, type, source }: LooseCell): Cell => {
    let id = `own-${place + 1}`;
    while (ids.has(id)) id += "-";
    ids.add(id);
    const cell = { id, source, metadata: {} };
    return type === "code"
      ? { cell_type: "code", ...cell, execution_count: null, outputs: [] }
      : { cell_type: type === "raw" ? "raw" : "markdown", ...cell };
  };
  const ownOf = (cell: Cell | undefined): Cell[] => (ownAfter.get(cell) ?? []).map(asCell);
  return [
    ...ownOf(undefined),
    ...released.flatMap((cell) => [withAnswer(cell, answers.get(cell)), ...ownOf(cell)]),
  ];
}

function withAnswer(cell: Cell, found: FoundAnswer | undefined): Cell {
  const source =
    found && found.cells.length > 0 ? found.cells.map((each) => each.source).join("\n") : cell.source;
  if (cell.cell_type !== "code") return { ...cell, source };
  return { ...cell, source, execution_count: null, outputs: [] } satisfies CodeCell;
}
