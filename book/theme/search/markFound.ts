import { soughtAs, soughtIn } from "../../search/sought.ts";
import { wordsIn } from "../../search/words.ts";

/** What holds all of its place; a heading or a word of the glossary holds only its name, and its place goes on to the next. */
const holders = "figure, section, div, tr, li";
const next = "main :is(h2, h3, h4, dt)[id]";
const passed = ".katex-mathml, .margin-note, script, style, svg";

/**
 * Marks the words of a question where it found them, without a change of the page: nothing that was run or written there is
 * touched. The place is shown and has the focus for the next Tab.
 *
 * @param anchor of the place; "" for the head of the page
 */
export function markFound(question: string, anchor: string): void {
  const place = (anchor ? document.getElementById(anchor) : null) ?? document.querySelector("main");
  if (!place) return;
  for (let fold = place.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
  if (anchor) {
    place.scrollIntoView();
    const stop = place.matches("a, button, [tabindex]")
      ? place
      : place.querySelector<HTMLElement>("a:not(.code a), button");
    stop?.focus({ preventScroll: true });
  }
  if (typeof Highlight === "undefined") return;
  const ranges = new Highlight();
  const words = soughtIn(question);
  for (const text of textsOf(place)) {
    for (const word of wordsIn(text.data)) {
      if (soughtAs(word, words) < 0) continue;
      const range = new Range();
      range.setStart(text, word.start);
      range.setEnd(text, word.end);
      ranges.add(range);
    }
  }
  CSS.highlights.set("found", ranges);
}

/** The texts of a place that its reader sees. */
function* textsOf(place: Element): Generator<Text> {
  const isWhole = place.matches(holders);
  const walker = document.createTreeWalker(document.querySelector("main") ?? place, NodeFilter.SHOW_ALL);
  walker.currentNode = place;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (isWhole && !place.contains(node)) return;
    if (!isWhole && node instanceof Element && node.matches(next)) return;
    if (node instanceof Text && !node.parentElement?.closest(passed)) yield node;
  }
}
