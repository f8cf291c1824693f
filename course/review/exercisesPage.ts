import { type Html, html } from "../page/html.ts";
import { cellAddress, placeWords } from "./addresses.ts";
import type { CellReview } from "./reviewDesk.ts";
import { reviewPage } from "./reviewPage.ts";
import { waitsUntouched } from "./untouched.ts";
import { untouchedButton } from "./untouchedButton.ts";

/** Where a review begins: the exercises, each with what is left to do. */
export function exercisesPage(reviews: readonly CellReview[]): Html {
  const byPerson = reviews.filter(({ cell }) => cell.kind !== "tests");
  const byTests = reviews.filter(({ cell }) => cell.kind === "tests");
  const open = byPerson.reduce((sum, { entries }) => sum + countOpen(entries), 0);
  return reviewPage(
    "Review",
    html`<body>
<main class="plain">
<h1>Review</h1>
<p>${open === 0 ? "Nothing is left to read." : `${open} ${open === 1 ? "answer waits" : "answers wait"} to be read.`}
Answers come one exercise at a time, across students, without names.</p>
${untouchedButton(
  "/untouched",
  byPerson.reduce((sum, { entries }) => sum + entries.filter(waitsUntouched).length, 0),
)}
${byPerson.length > 0 && section("To be read", byPerson)}
${byTests.length > 0 && section("Judged by tests", byTests)}
</main>
</body>`,
  );
}

const section = (title: string, reviews: readonly CellReview[]): Html => html`<h2>${title}</h2>
<div class="scroll" role="group" aria-label="${title}" tabindex="0"><table class="list">
<thead><tr><th scope="col">Exercise</th><th scope="col">${
  reviews[0]?.cell.kind === "tests" ? "Below full marks" : "To read"
}</th><th scope="col">${reviews[0]?.cell.kind === "tests" ? "Marked by hand" : "Read"}</th><th scope="col">Answers</th></tr></thead>
<tbody>
${reviews.map(row)}
</tbody>
</table></div>`;

function row({ cell, entries, absent }: CellReview): Html {
  const stale = entries.filter(({ state }) => state === "stale").length;
  const notJudged = entries.filter(({ state }) => state === "not-judged").length;
  return html`<tr>
<th scope="row"><a href="${cellAddress(cell)}">${cell.title}</a> <small>${cell.points} points, ${placeWords(cell)}</small></th>
<td>${countOpen(entries)}${stale > 0 && html` <small>${stale} changed since</small>`}${
    notJudged > 0 && html` <small>${notJudged} not judged yet</small>`
  }</td>
<td>${entries.filter(({ state }) => state === "reviewed").length}</td>
<td>${entries.length}${absent > 0 && html` <small>${absent} handed in nothing</small>`}</td>
</tr>`;
}

const countOpen = (entries: CellReview["entries"]): number => entries.filter(({ isOpen }) => isOpen).length;
