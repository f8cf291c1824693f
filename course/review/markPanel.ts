import type { ManualMark, RubricItem } from "../gradebook/manualMark.ts";
import { type Html, html } from "../page/html.ts";
import type { Draft } from "./drafts.ts";
import { longestComment } from "./markForm.ts";
import type { ReviewCell } from "./reviewDesk.ts";
import type { ReviewEntry } from "./reviewEntry.ts";

/** Comments offered again at most. */
const offered = 8;

/** What was given before, to be given again. */
export interface Offered {
  readonly rubric: readonly RubricItem[];
  /** How many marks have each item. */
  readonly uses: ReadonlyMap<string, number>;
  readonly comments: readonly string[];
}

/** Where a mark is given. What it needs to know stands in the form's data, and `client/` does the rest. */
export function markPanel(cell: ReviewCell, entry: ReviewEntry, { rubric, uses, comments }: Offered): Html {
  const { mark, draft, state } = entry;
  const given: Pick<Draft, "score" | "comment" | "rubric" | "reason"> | undefined = draft ?? mark;
  const ticked = new Set(given?.rubric ?? []);
  return html`<form id="mark" class="panel" autocomplete="off" aria-label="Mark">
<p id="saved" role="status">${statusWords(entry)}</p>
${state === "stale" && html`<p class="notice">The answer changed since ${mark?.by} read it. Save to say that the mark stands.</p>`}
<div id="conflict" class="notice" role="alert" hidden></div>
<p class="points"><label for="score">Points <kbd>p</kbd></label>
<span><input id="score" name="score" inputmode="decimal" size="5" value="${given?.score ?? ""}" placeholder="${testsMark(entry)}" aria-describedby="of fault"> <span id="of">of ${cell.points}</span></span>
<span class="ends"><button type="button" data-score="0" data-key="0" aria-keyshortcuts="0">None <kbd>0</kbd></button>
<button type="button" data-score="${cell.points}" data-key="f" aria-keyshortcuts="f">Full <kbd>f</kbd></button></span></p>
<p id="fault" class="fault" role="alert"></p>
<fieldset><legend>Rubric</legend>
<ul id="rubric">${rubric.map((item, index) => rubricLine(item, index, { isTicked: ticked.has(item.id), uses: uses.get(item.id) ?? 0 }))}</ul>
<p id="sum"></p>
<button type="button" id="add" data-key="a" aria-keyshortcuts="a">Add an item <kbd>a</kbd></button>
</fieldset>
<p><label for="comment">Comment for the student <kbd>c</kbd></label>
<textarea id="comment" name="comment" rows="5" maxlength="${longestComment}">
${given?.comment ?? ""}</textarea>
${cell.kind === "tests" && html`<small>Without points, it stands beside the tests’ mark.</small>`}</p>
${
  comments.length > 0 &&
  html`<details class="used" open><summary>Used before</summary>
<ul>${comments.slice(0, offered).map((comment, index) => html`<li><button type="button" data-comment="${comment}" aria-keyshortcuts="Alt+${index + 1}">${shortened(comment)} <kbd>Alt ${index + 1}</kbd></button></li>`)}</ul></details>`
}
${
  cell.kind === "tests" &&
  html`<p><label for="reason">Why it stands in place of the tests’ mark <kbd>r</kbd></label>
<textarea id="reason" name="reason" rows="2" maxlength="${longestComment}" aria-describedby="reason-note">
${given?.reason ?? ""}</textarea>
<small id="reason-note">Students do not see it.</small></p>`
}
<p class="ends"><button id="save" data-key="s" aria-keyshortcuts="s">Save <kbd>s</kbd></button>
<button type="button" id="back" ${mark || draft ? "" : "hidden"}>Take ${cell.kind === "tests" ? "it" : "the mark"} back</button></p>
</form>`;
}

/** What stands as long as nobody gives other points. */
const testsMark = ({ result }: ReviewEntry): string =>
  result === undefined || result.status === "infra-error" ? "" : `tests: ${result.score}`;

function rubricLine(
  { id, text, points }: RubricItem,
  index: number,
  { isTicked, uses }: { readonly isTicked: boolean; readonly uses: number },
): Html {
  return html`<li data-id="${id}" data-points="${points}" data-uses="${uses}"><label><input type="checkbox" name="rubric" value="${id}" ${isTicked ? "checked" : ""}>
${index < 9 && html`<kbd>${index + 1}</kbd>`} <span class="text">${text}</span> <span class="worth">${signed(points)}</span></label>
<button type="button" class="edit" aria-label="Edit ${text}">Edit</button></li>`;
}

function statusWords({ state, mark }: ReviewEntry): Html {
  if (state === "draft") return html`Kept, and does not count yet.`;
  if (mark === undefined) return html`Not marked yet.`;
  const at = html`<time datetime="${mark.at}">${mark.at.slice(0, 16).replace("T", " ")}</time>`;
  return mark.score === null
    ? html`Comment saved by ${mark.by}, ${at}. The tests’ mark stands.`
    : html`Saved by ${mark.by}, ${at}.`;
}

const shortened = (text: string): string => (text.length > 90 ? `${text.slice(0, 88)}…` : text);

/** Points with their sign, as a reader of sums wants them. */
const signed = (points: number): string => (points < 0 ? `−${-points}` : `+${points}`);

/** What another reviewer gave, told to one who was about to overwrite it. */
export const inWords = ({ by, score, comment, at }: ManualMark): string =>
  `${by} ${score === null ? "commented" : `gave ${score} ${score === 1 ? "point" : "points"}`} at ${at.slice(11, 16)} UTC, after you opened this page${
    comment === "" ? "" : `, with the comment: ${comment}`
  }`;
