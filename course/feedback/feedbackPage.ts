import { readFileSync } from "node:fs";
import type { CellResult, TestResult } from "../gradebook/cellResult.ts";
import type { FinalCell, FinalMark } from "../gradebook/finalMark.ts";
import type { RubricItem } from "../gradebook/manualMark.ts";
import type { Student } from "../gradebook/student.ts";
import { type Html, html, markup } from "../page/html.ts";
import { renderMarkdown } from "../page/renderMarkdown.ts";
import { testWords } from "../page/testWords.ts";
import { statusInWords } from "./statusInWords.ts";
import type { WithoutHidden } from "./withoutHidden.ts";

/** What a student is told of one notebook. */
export interface NotebookFeedback {
  readonly course: string;
  /** Of the assignment, with the notebook's name if it has several. */
  readonly title: string;
  readonly notebook: string;
  readonly student: Student;
  readonly mark: FinalMark;
  readonly cells: readonly CellFeedback[];
  /** When it was handed in, and what that cost. */
  readonly lateness: string;
  /** Of the attempt that counts; undefined if there is none. */
  readonly receipt: string | undefined;
  /** What was mended before the notebook could be graded. */
  readonly repairs: readonly string[];
  /** Why the file cannot be read. */
  readonly problem: string | undefined;
}

export interface CellFeedback {
  readonly cell: FinalCell;
  readonly result: CellResult | undefined;
  /** Whether nothing was written. */
  readonly isUntouched: boolean;
  readonly comment: string;
  /** Rubric items that were ticked. */
  readonly rubric: readonly RubricItem[];
}

const css = ["../page/page.css", "feedback.css"]
  .map((path) => readFileSync(new URL(path, import.meta.url), "utf8"))
  .join("\n");

/** A page that needs nothing: no script, no file beside it, nothing from elsewhere. */
export const feedbackShell = (title: string, body: Html): Html => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${markup(css)}</style>
</head>
<body>
<main class="plain">
${body}
</main>
</body>
</html>
`;

/** The feedback on a notebook, made from results: what a student's own code printed is text in it. */
export function feedbackPage(feedback: NotebookFeedback, clean: WithoutHidden): Html {
  const { course, title, student, mark, cells, lateness, receipt, repairs, problem } = feedback;
  const name = `${student.firstName} ${student.lastName}`.trim() || student.id;
  return feedbackShell(
    title,
    html`<p class="soft">${course}</p>
<h1>${title}</h1>
<p>${name}</p>
<p class="total">${totalInWords(mark)}</p>
${lateness !== "" && html`<p>${lateness}</p>`}
${receipt !== undefined && html`<p class="soft">Receipt ${receipt}</p>`}
${problem !== undefined && html`<p class="notice">Your file could not be read: ${problem}. Ask your instructor.</p>`}
${
  repairs.length > 0 &&
  html`<div class="notice"><p>Before it was graded, your notebook was mended, so that nothing but your answers counts:</p>
<ul>${repairs.map((words) => html`<li>${words}</li>`)}</ul></div>`
}
${cells.map((each) => cellView(each, clean))}`,
  );
}

function totalInWords({ score, points, isPending, penalty, raw }: FinalMark): Html {
  const off = penalty > 0 && html` (${raw} less ${penalty} for lateness)`;
  return isPending
    ? html`<strong>Not all is graded yet.</strong> So far ${score} of ${points} points${off} in the whole assignment.`
    : html`<strong>${score} of ${points} points</strong>${off} in the whole assignment.`;
}

function cellView({ cell, result, isUntouched, comment, rubric }: CellFeedback, clean: WithoutHidden): Html {
  const isWaiting = cell.status === "infra-error" || cell.status === "to-review";
  const judged = isWaiting ? undefined : result;
  // A person who gives 0 to nothing has read nothing.
  const status = cell.status === "reviewed" && isUntouched && !cell.isStale ? "not-attempted" : cell.status;
  return html`<section>
<h2>${cell.title} <small>${isWaiting ? "not graded yet" : html`${cell.score} of ${cell.points}`}</small></h2>
<p>${statusInWords[status]}${cell.isStale && html` What was read is an earlier version of your answer.`}</p>
${
  rubric.length > 0 &&
  html`<ul class="rubric">${rubric.map(({ text, points }) => html`<li>${text} <small>${points < 0 ? `−${-points}` : `+${points}`}</small></li>`)}</ul>`
}
${comment.trim() !== "" && html`<h3>Comment</h3><div class="prose comment">${renderMarkdown(comment)}</div>`}
${
  judged &&
  judged.tests.length > 0 &&
  html`<h3>Tests</h3><ul class="tests">${judged.tests.map((test) => testView(test, clean))}</ul>`
}
${
  judged &&
  judged.output.trim() !== "" &&
  html`<h3>What your answer printed</h3>${block(clean(judged.output), `What your answer to ${cell.title} printed`)}`
}
</section>`;
}

/** A hidden test is told by its title and its hint alone: its message holds what it asked, and what it wanted to hear. */
function testView({ title, hidden, status, message, hint }: TestResult, clean: WithoutHidden): Html {
  const isPassed = status === "pass";
  const told = !hidden && !isPassed && message !== undefined && message.trim() !== "";
  return html`<li class="${isPassed ? "passed" : "failed"}"><strong>${testWords[status]}</strong> ${title}${hidden && html` <small>hidden test</small>`}
${told && block(clean(message), `Message of ${title}`)}
${!isPassed && hint !== undefined && html`<p>Hint: ${hint}</p>`}</li>`;
}

const block = (text: string, label: string): Html =>
  html`<pre tabindex="0" role="group" aria-label="${label}">${text}</pre>`;
