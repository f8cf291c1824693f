import { roleOf } from "../../course/exercise/readRole.ts";
import type { Cell, Notebook } from "../../kernel/notebook/notebook.ts";
import { referenceList } from "./citations.ts";
import { renderCodeCell } from "./codeCell.ts";
import type { Context } from "./context.ts";
import { renderExercise } from "./exercise.ts";
import { renderMarkdown } from "./markdown.ts";
import { renderProseCell } from "./proseCell.ts";

/** The cells of an executed chapter as HTML, from the opening text to the references. */
export async function renderChapterBody(notebook: Notebook, context: Context): Promise<string> {
  const html: string[] = [];
  for (const [index, group] of exerciseGroups(notebook.cells).entries()) {
    const [cell] = group;
    if (!cell) continue;
    context.cell = cell.id;
    if (index === 0 && cell.cell_type === "markdown") html.push(opening(cell.source, context));
    else if (roleOf(cell).role === "exercise") html.push(await renderExercise(group, context));
    else if (cell.cell_type === "markdown") html.push(renderProseCell(cell, context));
    else if (cell.cell_type === "code") html.push(await renderCodeCell(cell, context));
  }
  return `${html.join("\n")}\n${referenceList(context)}`;
}

/** The first cell without its title, which stands in the chapter's head. */
const opening = (source: string, context: Context): string =>
  `<div class="opening">${renderMarkdown(source.replace(/^\s*#\s+.+$/m, ""), context)}</div>`;

/** The cells in order; a prompt takes with it the cells after it that name its exercise. */
function exerciseGroups(cells: readonly Cell[]): Cell[][] {
  const groups: Cell[][] = [];
  for (const cell of cells) {
    const { role, exercise } = roleOf(cell);
    const [first] = groups.at(-1) ?? [];
    const open = first && roleOf(first).role === "exercise" ? roleOf(first).exercise : undefined;
    if (role !== "exercise" && exercise !== undefined && exercise === open) groups.at(-1)?.push(cell);
    else groups.push([cell]);
  }
  return groups;
}
