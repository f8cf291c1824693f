import { type Html, html } from "../page/html.ts";
import { answerAddress, cellAddress } from "./addresses.ts";
import type { CellReview } from "./reviewDesk.ts";
import type { ReviewEntry, ReviewState } from "./reviewEntry.ts";
import { reviewPage } from "./reviewPage.ts";

/** What a state is called, where a person reads it. */
const stateWords: Readonly<Record<ReviewState, string>> = {
  "to-review": "to read",
  draft: "unfinished",
  stale: "changed since it was read",
  reviewed: "read",
  judged: "judged by tests",
  "not-judged": "not judged yet",
};

/** An exercise: how far it is, and each answer by its number. */
export function exercisePage({ cell, entries, absent }: CellReview, seed: number): Html {
  const open = entries.filter(({ isOpen }) => isOpen).length;
  const untouched = entries.filter(
    ({ answer, state }) => answer?.isUntouched && state === "to-review",
  ).length;
  return reviewPage(
    cell.title,
    html`<body data-page="exercise">
<main class="plain">
<p class="way"><a href="/" data-key="e">Exercises</a></p>
<h1>${cell.title}</h1>
<p>${cell.assignment} / ${cell.notebook}, ${cell.points} points. ${entries.length} answers${absent > 0 && `; ${absent} students handed in nothing`}.</p>
${
  open > 0
    ? html`<p><a class="button" data-key="u" href="${cellAddress(cell)}/next">${
        cell.kind === "tests" ? "Look at the first of" : "Read the first of"
      } ${open}</a> <kbd>u</kbd></p>`
    : html`<p>Nothing is left to read here.</p>`
}
${
  untouched > 0 &&
  html`<form method="post" action="${cellAddress(cell)}/untouched">
<p>${untouched === 1 ? "1 answer is" : `${untouched} answers are`} as handed out, with nothing written.
<button>Give 0 to ${untouched === 1 ? "it" : `all ${untouched}`}</button></p>
</form>`
}
<h2>Answers</h2>
<p>In an order shuffled with seed ${seed}, another for each exercise.</p>
<ol class="answers">
${entries.map((entry) => html`<li><a class="${entry.state}" href="${answerAddress(cell, entry.key)}">${entry.place}<small>${shortState(entry)}</small></a></li>`)}
</ol>
</main>
</body>`,
  );
}

function shortState({ state, mark, result, answer }: ReviewEntry): string {
  if (state === "reviewed") return `${mark?.score}`;
  if (state === "judged") return `${result?.score}`;
  if (state === "to-review" && answer?.isUntouched) return "as handed out";
  return state === "stale" ? "changed" : stateWords[state];
}
