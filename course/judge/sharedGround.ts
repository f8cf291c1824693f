import { cellUses } from "../../kernel/compile/cellUses.ts";
import { slice } from "../../kernel/compile/slice.ts";
import type { Ground } from "./host/openSession.ts";
import type { CellPlan } from "./prepareCell.ts";
import { solvedCells } from "./solvedCells.ts";

/**
 * One ground for all exercises of a notebook, so that it is made once, and one process may run all answers of a student.
 * It runs before any answer, also what stands below one. Undefined where a name that can be seen from an answer or a test
 * would mean something else then.
 */
export function sharedGround(plans: readonly CellPlan[]): Ground | undefined {
  const [first] = plans;
  if (!first) return undefined;
  const ids = new Set(plans.flatMap(({ ground }) => ground.cells.map(({ id }) => id)));
  const others = new Set(plans.flatMap(({ cell, reached, varied }) => [...reached, ...varied, cell.id]));
  if ([...others].some((id) => ids.has(id))) return undefined;
  const solved = Object.assign({}, ...plans.map(({ cell }) => cell.solved ?? {}));
  const code = solvedCells(first.release, { solved });
  if ([...others].some((id) => isChangedAbove(code, id, ids))) return undefined;
  // As handed out: no answer of the instructor's comes near a student's.
  const shared = first.release.cells
    .filter(({ id }) => ids.has(id))
    .map(({ id, source }) => ({ id, source }));
  return { ...first.ground, cells: shared };
}

/** Whether any of some cells below one declares anew, or may change, what can be seen from there. */
function isChangedAbove(
  code: readonly { readonly id: string; readonly source: string }[],
  id: string,
  ids: ReadonlySet<string>,
): boolean {
  const place = code.findIndex((cell) => cell.id === id);
  const [above, below] = [code.slice(0, place), code.slice(place).filter((cell) => ids.has(cell.id))];
  if (below.length === 0) return false;
  try {
    const seen = new Set(above.flatMap(({ source }) => [...cellUses(source).declares]));
    const look = { id: "look", source: `[${[...seen].join(", ")}]` };
    const needed = slice([...above, ...below, look], { wanted: ["look"] });
    return below.some((cell) => needed.includes(cell.id));
  } catch {
    return true; // one of them is no program, and nobody knows what it does
  }
}
