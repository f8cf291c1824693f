import { type Html, html } from "../page/html.ts";

/** Gives 0 to all answers with nothing written, by one key; nothing where there are none. */
export const untouchedButton = (action: string, count: number): Html | false =>
  count > 0 &&
  html`<form method="post" action="${action}">
<p>${count === 1 ? "1 answer is" : `${count} answers are`} as handed out, with nothing written.
<button data-key="z" aria-keyshortcuts="z">Give 0 to ${count === 1 ? "it" : `all ${count}`} <kbd>z</kbd></button></p>
</form>`;
