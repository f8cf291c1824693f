import { roleOf } from "../../course/exercise/readRole.ts";
import { visibleTests } from "../../course/exercise/visibleTests.ts";
import type { Cell, CodeCell } from "../../kernel/notebook/notebook.ts";
import { exerciseDigest } from "../live/exerciseDigest.ts";
import { cutHeading } from "./block.ts";
import { codeBlock, renderCodeCell } from "./codeCell.ts";
import type { Context } from "./context.ts";
import { escapeHtml } from "./escapeHtml.ts";
import { permalink } from "./headings.ts";
import { hints } from "./hints.ts";
import { exerciseAnchor } from "./labels.ts";
import { renderMarkdown } from "./markdown.ts";
import { runFile } from "./runPage.ts";

const levels = ["", "easy", "medium", "hard"];

/**
 * An exercise: its prompt, its starter, its visible check and, for readers, its solution, in one block.
 *
 * @param cells the prompt cell and those after it that name the same exercise
 */
export async function renderExercise(cells: readonly Cell[], context: Context): Promise<string> {
  const [prompt, ...rest] = cells;
  if (!prompt) return "";
  const { exercise = "", title, difficulty = 1 } = roleOf(prompt);
  const { heading, rest: text } = cutHeading(prompt.source);
  const name = title ?? heading?.replace(/^exercise\s*[\d.]*\s*[:.—–-]?\s*/i, "") ?? exercise;
  const anchor = exerciseAnchor(exercise);
  const number = context.labels.get(anchor)?.number ?? "";
  context.headings.push({ level: 2, id: anchor, text: `Exercise ${number}: ${name}` });

  const checks = rest.filter((cell) => roleOf(cell).role === "check");
  const firstCheck = checks[0]?.id;
  const body: string[] = [];
  for (const cell of rest) {
    context.cell = cell.id;
    if (cell.cell_type === "markdown") body.push(renderMarkdown(cell.source, context));
    if (cell.cell_type === "code") {
      if (cell.id === firstCheck)
        body.push(hints(checks.flatMap(({ source }) => visibleTests(source).hints)));
      body.push(await exerciseCode(cell, context));
    }
  }
  context.cell = prompt.id;
  const dots = "●".repeat(difficulty) + "○".repeat(Math.max(0, 3 - difficulty));
  return `<section class="block exercise" id="${anchor}" aria-labelledby="${anchor}-title"${facts(exercise, context)}>
<h3 id="${anchor}-title">${permalink(anchor, `<span class="exercise-number">Exercise ${number}</span> ${escapeHtml(name)}`)}</h3>
<p class="difficulty"><span aria-hidden="true">${dots}</span> ${levels[difficulty] ?? ""}</p>
${renderMarkdown(text, context)}
${body.join("\n")}
${solution(exercise, context)}</section>
`;
}

/** For the page's script: what an answer was checked with, and how many tests there are that nobody sees, if that may be said. */
function facts(name: string, context: Context): string {
  const exercise = context.chapter.exercises.find((each) => each.name === name);
  if (!exercise) return "";
  const more = context.flavour === "class" ? "" : ` data-more="${exercise.hidden.length}"`;
  return ` data-digest="${exerciseDigest(exercise)}"${more}`;
}

function exerciseCode(cell: CodeCell, context: Context): Promise<string> | string {
  const { role } = roleOf(cell);
  if (role === "starter") {
    return `<p class="part-title">Start here</p><div class="cell" id="cell-${cell.id}" data-starter>${codeBlock(cell.source, context)}</div>`;
  }
  if (role === "check") {
    // In the build the check meets the unsolved starter, so the error it raised there says nothing.
    return `<details class="folded check"><summary>Check</summary><div class="cell" id="cell-${cell.id}" data-tests="${visibleTests(cell.source).count}">${codeBlock(cell.source, context)}</div></details>`;
  }
  return renderCodeCell(cell, context);
}

/** The solution and what else there is to try. A class is told who has them; without one a build has a fault. */
function solution(name: string, context: Context): string {
  if (context.flavour === "class") return withInstructor;
  const exercise = context.chapter.exercises.find((each) => each.name === name);
  if (!exercise?.solution) return "";
  const hidden = exercise.hidden.length;
  return `${hidden > 0 ? furtherTests(hidden, name, context) : ""}<details class="folded solution"><summary>Solution</summary>
<p class="table-note">One way to do it${hidden > 0 ? ", which passes them" : ""}.</p>
<div class="cell">${codeBlock(exercise.solution.source, context)}</div></details>
`;
}

const withInstructor = `<p class="table-note">The check is not all that an answer is tried with. Your instructor has the further tests
and the solution.</p>
`;

/** What the check does not try, and how to have it tried. */
function furtherTests(count: number, exercise: string, { chapter }: Context): string {
  const tests = `${count} further ${count === 1 ? "test" : "tests"}`;
  const command = `npx genloss check ${chapter.path} ${exercise}`;
  return `<p class="table-note">The check is not all: ${tests} ${count === 1 ? "tries" : "try"} your answer with
<code>${escapeHtml(command)}</code> in the <a href="${runFile}">project's folder</a>.</p>
`;
}
