import { type Html, html } from "../page/html.ts";

const keys: readonly (readonly [string, string])[] = [
  ["1 … 9", "tick a rubric item, or take the tick away"],
  ["f  0", "full marks, no marks"],
  ["p", "type points"],
  ["c", "write a comment"],
  ["Alt + 1 … 8", "put in a comment that was used before"],
  ["a", "add a rubric item"],
  ["i  1 … 9", "change or remove a rubric item: i, then its number"],
  ["u", "the next answer that waits"],
  ["j  k", "the next answer, the one before"],
  ["s", "save; Ctrl + Enter in a field"],
  ["Esc", "leave a field, so that keys work again"],
  ["n", "show or hide names"],
  ["o  e", "this exercise, all exercises"],
  ["z", "on the pages of exercises: 0 for all answers with nothing written"],
  ["?", "these keys"],
];

/** What each key does. */
export function helpDialog(isByTests: boolean): Html {
  const all = isByTests ? [...keys, ["r", "say why a mark stands in place of the tests’"] as const] : keys;
  return html`<dialog id="keys" aria-labelledby="keys-title">
<h2 id="keys-title">Keys</h2>
<dl>${all.map(([key, words]) => html`<dt>${key.split("  ").map((each) => html`<kbd>${each}</kbd> `)}</dt><dd>${words}</dd>`)}</dl>
<p>All that you give is saved at once. Rubric items that cost points are taken from full marks; as soon as one that gives
points is ticked, counting starts at 0. Points typed by hand stand, whatever the items add up to.</p>
<form method="dialog"><button>Close <kbd>Esc</kbd></button></form>
</dialog>`;
}
