import type { Student } from "../gradebook/student.ts";
import { type Html, html } from "../page/html.ts";
import { renderMarkdown } from "../page/renderMarkdown.ts";
import { answerAddress, cellAddress } from "./addresses.ts";
import { answerView, givenCell } from "./answerView.ts";
import { helpDialog } from "./helpDialog.ts";
import { markPanel, type Offered } from "./markPanel.ts";
import { markVersion } from "./markVersion.ts";
import type { CellReview } from "./reviewDesk.ts";
import type { ReviewEntry } from "./reviewEntry.ts";
import { reviewPage } from "./reviewPage.ts";

export interface AnswerPage extends Offered {
  readonly review: CellReview;
  readonly entry: ReviewEntry;
  /** Whose it is; undefined while names are not shown. */
  readonly student: Student | undefined;
  /** Whether all of a long answer is shown. */
  readonly isWhole: boolean;
}

/** One answer, with its task beside it and the mark that it gets. */
export function answerPage({ review, entry, student, isWhole, ...offered }: AnswerPage): Html {
  const { cell, entries } = review;
  const way = (step: number, words: string, key: string): Html => {
    const to = entries[entry.place - 1 + step];
    return to
      ? html`<a data-key="${key}" aria-keyshortcuts="${key}" href="${answerAddress(cell, to.key)}">${words} <kbd>${key}</kbd></a>`
      : html`<span class="none">${words}</span>`;
  };
  const open = entries.filter(({ isOpen }) => isOpen).length;
  return reviewPage(
    `${entry.place} of ${entries.length}: ${cell.title}`,
    html`<body data-page="answer">
<header class="bar">
<nav aria-label="Answers"><a href="/" data-key="e">Exercises</a> <a href="${cellAddress(cell)}" data-key="o">${cell.title}</a></nav>
<p class="place">answer <strong>${entry.place}</strong> of ${entries.length}, ${open} left</p>
<nav aria-label="Next and previous">${way(-1, "Previous", "k")} ${way(1, "Next", "j")}
<a class="button" data-key="u" aria-keyshortcuts="u" href="${cellAddress(cell)}/next?after=${entry.key}">Next to ${
      cell.kind === "tests" ? "look at" : "read"
    } <kbd>u</kbd></a></nav>
<form method="post" action="/names"><input type="hidden" name="to" value="${answerAddress(cell, entry.key)}">
<button data-key="n" aria-keyshortcuts="n">${student ? "Hide names" : "Show names"} <kbd>n</kbd></button></form>
<button type="button" id="help" data-key="?" aria-keyshortcuts="?">Keys <kbd>?</kbd></button>
</header>
<main class="answer-page" data-address="${answerAddress(cell, entry.key)}" data-rubric="${cellAddress(cell)}/rubric" data-seen="${markVersion(entry.mark)}" data-sha="${entry.answer?.sha ?? ""}" data-points="${cell.points}">
<div class="read">
<h1>${cell.title} <small>${student ? `${student.firstName} ${student.lastName} (${student.id})` : `answer ${entry.place}`}</small></h1>
<details class="task" open><summary>The task</summary>${entry.task.map(givenCell)}</details>
${
  cell.judged.markScheme.trim() !== "" &&
  html`<details class="task" open><summary>Mark scheme</summary><div class="prose">${renderMarkdown(cell.judged.markScheme)}</div></details>`
}
<h2>The answer</h2>
${answerView(entry, cell.judged.tests, isWhole)}
</div>
${markPanel(cell, entry, offered)}
</main>
${helpDialog(cell.kind === "tests")}
</body>`,
  );
}
