import { ts } from "../../kernel/check/typescript.ts";
import { cellUses } from "../../kernel/compile/cellUses.ts";
import type { Cell } from "../../kernel/notebook/notebook.ts";
import type { JudgedCell } from "../manifest/assignmentManifest.ts";
import { name as plainName } from "../settings/shape.ts";
import { isAnswer } from "../source/nbgraderCell.ts";
import type { AssignmentSource } from "../source/readAssignment.ts";
import type { SourceNotebook } from "../source/readSource.ts";
import type { SourceFault } from "../source/sourceFault.ts";
import { brokenVariantLines, variedCells } from "../variants/variantNotebook.ts";

/**
 * What is wrong with an assignment before anything runs: what its notebooks say of themselves, names that students'
 * tools cannot take, starters that do not compile, and names that stand in each other's way.
 *
 * @param variants whether each student gets numbers of their own
 */
export function lintAssignment({ name, notebooks }: AssignmentSource, variants = false): SourceFault[] {
  const faults = notebooks.flatMap((notebook) => [...notebook.faults, ...notebookFaults(name, notebook)]);
  if (!plainName.fits(name))
    faults.unshift({
      file: `source/${name}`,
      message: `the name of an assignment must be ${plainName.words}`,
    });
  if (variants) faults.push(...variantFaults(name, notebooks));
  if (notebooks.every(({ manifest }) => manifest.cells.length === 0))
    faults.push({
      file: `source/${name}`,
      message: "no cell gives points; mark one as a test or as an answer, with nbgrader's cell toolbar",
    });
  return faults;
}

function notebookFaults(assignment: string, source: SourceNotebook): SourceFault[] {
  const { name, notebook, manifest } = source;
  const file = `source/${assignment}/${name}.ipynb`;
  const faults: SourceFault[] = [];
  const inCell = (cell: string, message: string): void => void faults.push({ file, cell, message });
  if (!plainName.fits(name))
    faults.push({ file, message: `the name of a notebook must be ${plainName.words}` });
  const { language } = (notebook.metadata.kernelspec ?? {}) as { language?: unknown };
  if (language !== "typescript")
    faults.push({
      file,
      message: `its metadata must say kernelspec.language "typescript", got ${JSON.stringify(language)}; choose the kernel in JupyterLab and save`,
    });
  const starters = manifest.release.cells.filter((cell) => cell.cell_type === "code" && isAnswer(cell));
  const declared = new Map(starters.map((cell) => [cell.id, declaredBy(cell, inCell)]));
  for (const judged of manifest.cells)
    if (judged.kind === "tests")
      for (const message of clashes(source, judged, declared)) inCell(judged.id, message);
  return faults;
}

function variantFaults(assignment: string, notebooks: readonly SourceNotebook[]): SourceFault[] {
  const advice = 'such as "const seed = 1; // variant", in a cell that is no answer';
  const faults = notebooks.flatMap(({ name, notebook, solutions }) =>
    notebook.cells.flatMap((cell): SourceFault[] => {
      const at = { file: `source/${assignment}/${name}.ipynb`, cell: cell.id };
      const broken = brokenVariantLines(cell).map((line) => {
        return { ...at, message: `a variant must be a line ${advice}, got ${JSON.stringify(line.trim())}` };
      });
      const isOpen = solutions.has(cell.id) && variedCells({ ...notebook, cells: [cell] }).length > 0;
      return isOpen ? [...broken, { ...at, message: `a variant must be a line ${advice}` }] : broken;
    }),
  );
  if (notebooks.every(({ notebook }) => variedCells(notebook).length === 0))
    faults.push({
      file: `source/${assignment}`,
      message: `course.json asks for variants, and no line is one; add a line ${advice}`,
    });
  return faults;
}

function declaredBy(
  { id, source }: Cell,
  inCell: (cell: string, message: string) => void,
): ReadonlySet<string> {
  try {
    return cellUses(source, () => ts).declares;
  } catch (error) {
    const message = `what students get of it does not compile: ${(error as Error).message}`;
    inCell(id, `${message}; leave code around the region that compiles without it`);
    return new Set();
  }
}

/** Names that would keep a test from seeing a student's answer, or that the same cell declares twice. */
function clashes(
  { notebook, solutions }: SourceNotebook,
  { id, tests, standsOn }: JudgedCell,
  starters: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  const messages: string[] = [];
  const uses = (source: string): ReadonlySet<string> => {
    try {
      return cellUses(source, () => ts).declares;
    } catch {
      return new Set(); // it is told where it stands
    }
  };
  // Of all answers before the tests: where one is hidden from them, they do not seem to be of it.
  const at = notebook.cells.findIndex((cell) => cell.id === id);
  const before = notebook.cells.slice(0, at).filter((cell) => solutions.has(cell.id));
  const answered = new Set(
    before.flatMap((cell) => [...uses(solutions.get(cell.id) ?? ""), ...(starters.get(cell.id) ?? [])]),
  );
  const taken = new Map<string, string>();
  for (const { title, source } of tests)
    for (const name of uses(source)) {
      if (answered.has(name))
        messages.push(
          `the test "${title}" declares ${name}, so that it would test itself and no answer; rename it`,
        );
      else if (taken.has(name))
        messages.push(
          `the tests "${taken.get(name)}" and "${title}" both declare ${name}; they share a cell, so rename one`,
        );
      taken.set(name, title);
    }
  const first = notebook.cells.findIndex((cell) => cell.id === before[0]?.id);
  for (const cell of notebook.cells.slice(first + 1, at)) {
    if (cell.cell_type !== "code" || !standsOn.includes(cell.id) || solutions.has(cell.id)) continue;
    for (const name of uses(cell.source))
      if (answered.has(name))
        messages.push(
          `cell ${cell.id} declares ${name} after the answer, so that tests would not see a student's; rename it`,
        );
  }
  return messages;
}
