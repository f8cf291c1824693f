import assert from "node:assert/strict";
import { test } from "node:test";
import { literalText } from "../../../book/search/literalText.ts";
import { snippet } from "../../../book/search/snippet.ts";
import { soughtIn } from "../../../book/search/sought.ts";
import { wordsIn } from "../../../book/search/words.ts";

const shown = (text: string, question: string): string =>
  snippet(text, [...wordsIn(text)], soughtIn(question), literalText(question))
    .map(({ text, isMarked }) => (isMarked ? `[${text}]` : text))
    .join("");

const filler = "Nothing of it stands in this sentence, nor here, nor in the next one. ".repeat(6);

test("a short text is shown whole, with the words marked", () => {
  assert.equal(shown("Copy follows copy; copies fade.", "copy"), "[Copy] follows [copy]; copies fade.");
});

test("of a long text the part is shown that has most of the words, cut between words", () => {
  const text = `${filler}A model alone. ${filler}Here the model will collapse at last. ${filler}`;
  const part = shown(text, "model collapse");
  assert.match(part, /^… .*the \[model\] will \[collapse\] at last\..* …$/);
  assert.ok(part.length < 200, part);
  for (const word of part
    .replace(/[[\]…]/g, "")
    .trim()
    .split(/\s+/))
    assert.ok(text.includes(word), word);
});

test("a formula is shown where it stands as it was typed", () => {
  const text = `p and 0.05 apart. ${filler}Then p < 0.05 it is. ${filler}`;
  assert.match(shown(text, "p<0.05"), /Then \[p\] < \[0\.05\] it is/);
});

test("where only the title has the words, the text's beginning is shown", () => {
  assert.match(shown(filler, "zebra"), /^Nothing of it stands .* …$/);
});
