import type { Cell } from "../../kernel/notebook/notebook.ts";
import type { AnswerCell } from "../answers/answer.ts";
import type { CellResult } from "../gradebook/cellResult.ts";
import type { JudgeTest } from "../manifest/assignmentManifest.ts";
import { highlightCode } from "../page/highlightCode.ts";
import { type Html, html } from "../page/html.ts";
import { renderMarkdown } from "../page/renderMarkdown.ts";
import { testWords } from "../page/testWords.ts";
import type { ReviewEntry } from "./reviewEntry.ts";

/** Characters of a cell that a page shows unless it is asked for all. */
const shownCharacters = 20_000;

/** What a student wrote, what tests said of it, and what was mended before. */
export function answerView(
  { answer, problem, repairs, result }: ReviewEntry,
  tests: readonly JudgeTest[],
  isWhole: boolean,
): Html {
  return html`${problem !== undefined && html`<p class="notice">This file cannot be read: ${problem}.</p>`}
${
  answer?.isUntouched &&
  html`<p class="notice">${
    answer.cells.some(({ source }) => source.trim() !== "")
      ? "As it was handed out: nothing was written."
      : "Nothing was written."
  }</p>`
}
${answer?.cells.map((cell) => answerCell(cell, isWhole))}
${result && testsView(result)}
${
  tests.length > 0 &&
  html`<details><summary>What the tests are</summary>${tests.map(
    ({ title, hidden, source }) =>
      html`<p>${title}${hidden && html` <small>hidden</small>`}</p>${codeBlock(source, title)}`,
  )}</details>`
}
${
  repairs.length > 0 &&
  html`<details><summary>Mended in the notebook: ${repairs.length}</summary>
<ul>${repairs.map((words) => html`<li>${words}</li>`)}</ul></details>`
}`;
}

/** A cell of what was handed out: the task, and what is given with it. */
export const givenCell = ({ cell_type: type, source }: Cell): Html =>
  type === "code"
    ? codeBlock(source, "Given code")
    : html`<div class="prose">${renderMarkdown(source)}</div>`;

function answerCell({ type, source }: AnswerCell, isWhole: boolean): Html {
  const isCut = source.length > shownCharacters && !isWhole;
  const text = isCut ? source.slice(0, shownCharacters) : source;
  return html`${
    // A text of a megabyte is shown as it is written: as Markdown it would keep the page waiting.
    type === "markdown" && source.length <= shownCharacters
      ? html`<div class="answer prose">${renderMarkdown(source)}</div>`
      : html`<div class="answer">${type === "code" ? codeBlock(text, "The answer") : plainBlock(text)}</div>`
  }
${isCut && html`<p class="notice">The first ${shownCharacters} of ${source.length} characters. <a href="?whole=1">Show all</a></p>`}`;
}

const codeBlock = (source: string, label: string): Html =>
  html`<pre tabindex="0" role="group" aria-label="${label}"><code>${highlightCode(source)}</code></pre>`;

const plainBlock = (source: string): Html =>
  html`<pre tabindex="0" role="group" aria-label="The answer">${source}</pre>`;

function testsView({ status, score, points, tests, output }: CellResult): Html {
  return html`<h3>Tests: ${score} of ${points}, ${testWords[status]}</h3>
${
  tests.length > 0 &&
  html`<ul class="tests">${tests.map(
    ({ title, hidden, status, message }) => html`<li class="${status === "pass" ? "passed" : "failed"}">
<strong>${testWords[status]}</strong> ${title}${hidden && html` <small>hidden</small>`}
${message && html`<pre tabindex="0" role="group" aria-label="Message"><code>${message}</code></pre>`}</li>`,
  )}</ul>`
}
${
  output.trim() !== "" &&
  html`<h3>What it printed</h3>
<pre tabindex="0" role="group" aria-label="What it printed"><code>${output}</code></pre>`
}`;
}
