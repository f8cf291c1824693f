import { type Html, html } from "../page/html.ts";
import { answerAddress, cellAddress, placeWords } from "./addresses.ts";
import type { CellReview } from "./reviewDesk.ts";
import type { ReviewEntry, ReviewState } from "./reviewEntry.ts";
import { reviewPage } from "./reviewPage.ts";
import { hasZeroUntouched, waitsUntouched } from "./untouched.ts";
import { untouchedButton } from "./untouchedButton.ts";

/** What a state is called, where a person reads it. */
const stateWords: Readonly<Record<ReviewState, string>> = {
  "to-review": "to read",
  draft: "unfinished",
  stale: "changed since it was read",
  reviewed: "read",
  commented: "commented",
  judged: "judged by tests",
  "not-judged": "not judged yet",
};

/** An exercise: how far it is, and each answer by its number. */
export function exercisePage({ cell, entries, absent }: CellReview, seed: number): Html {
  const open = entries.filter(({ isOpen }) => isOpen).length;
  const zeros = entries.filter(hasZeroUntouched).length;
  return reviewPage(
    cell.title,
    html`<body data-page="exercise">
<main class="plain">
<p class="way"><a href="/" data-key="e">Exercises</a></p>
<h1>${cell.title}</h1>
<p>${placeWords(cell)}, ${count(cell.points, "point")}. ${count(entries.length, "answer")}${absent > 0 && `; ${count(absent, "student")} handed in nothing`}.</p>
${
  open > 0
    ? html`<p><a class="button" data-key="u" href="${cellAddress(cell)}/next">${
        cell.kind === "tests" ? "Look at the first of" : "Read the first of"
      } ${open} <kbd>u</kbd></a></p>`
    : html`<p>${entries.length === 0 ? "There is nothing to read here yet." : "Nothing is left to read here."}</p>`
}
${untouchedButton(`${cellAddress(cell)}/untouched`, entries.filter(waitsUntouched).length)}
${
  zeros > 0 &&
  html`<form method="post" action="${cellAddress(cell)}/untouched/back">
<p>${zeros === 1 ? "1 answer" : `${zeros} answers`} with nothing written ${zeros === 1 ? "has" : "have"} 0.
<button>Take ${zeros === 1 ? "it" : "them"} back</button></p>
</form>`
}
${
  entries.length > 0 &&
  html`<h2>Answers</h2>
<p>In an order shuffled with seed ${seed}, another for each exercise.</p>
<ol class="answers">
${entries.map((entry) => html`<li><a class="${entry.state}" href="${answerAddress(cell, entry.key)}">${entry.place}<small>${shortState(entry)}</small></a></li>`)}
</ol>`
}
</main>
</body>`,
  );
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? "" : "s"}`;

function shortState({ state, mark, result, answer }: ReviewEntry): string {
  if (state === "reviewed") return `${mark?.score}`;
  if (state === "judged") return `${result?.score}`;
  if (state === "commented") return `${result?.score}, commented`;
  if (state === "to-review" && answer?.isUntouched) return "as handed out";
  return state === "stale" ? "changed" : stateWords[state];
}
