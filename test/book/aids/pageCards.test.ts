import assert from "node:assert/strict";
import { test } from "node:test";
import { linkedPlaces } from "../../../book/aids/linkedPlaces.ts";
import { pageCards } from "../../../book/aids/pageCards.ts";
import { parseHtml } from "../../../book/copy/parseHtml.ts";

const cardOf = (html: string, anchor: string) => pageCards(parseHtml(html), new Set([anchor])).get(anchor);

for (const [what, html, anchor, card] of [
  [
    "a word, without the chapters that use it",
    '<dl><dt id="term-a">tail</dt>\n<dd>Rare <a href="x.html">things</a> <span class="cited-in">Chapter 1.</span></dd></dl>',
    "term-a",
    ["Glossary", '<p class="card-title">tail</p><p>Rare things </p>'],
  ],
  [
    "a heading, with the text before the next",
    '<h2 id="a"><a class="permalink" href="#a">A &lt; B</a></h2><div>code</div><p>Given by:</p><h2 id="b">C</h2><p>D.</p>',
    "a",
    ["", '<p class="card-title">A &lt; B</p><p>Given by …</p>'],
  ],
  [
    "a heading with nothing below",
    '<h2 id="a">A</h2><h3>B</h3><p>C.</p>',
    "a",
    ["", '<p class="card-title">A</p>'],
  ],
  [
    "a letter",
    '<table><tr id="n-1"><td><i>n</i></td><td>how many</td><td>1</td></tr></table>',
    "n-1",
    ["Notation", "<p><i>n</i>: how many</p>"],
  ],
  [
    "a cell that shows a claim",
    '<div class="claim" id="c"><p class="claim-sentence">It falls</p><dl><div><dt>seed</dt><dd>1</dd></div></dl><div class="cell" id="cell-c"><code>x</code></div></div>',
    "cell-c",
    ["Verified claim", '<p class="claim-sentence">It falls</p><dl><div><dt>seed</dt><dd>1</dd></div></dl>'],
  ],
  [
    "a steered figure, as it begins",
    '<figure id="fig-a"><figcaption><span class="figure-number">Figure 1.2.</span>It falls<button>Copy</button></figcaption><div class="sentences"><p class="description">1.</p><p class="description now">2.</p></div></figure>',
    "fig-a",
    ["Figure 1.2", '<p>It falls</p><p class="description">2.</p>'],
  ],
  [
    "long code, as it begins",
    `<div class="cell" id="cell-a"><pre><code>${Array.from({ length: 20 }, (_, i) => `l${i}`).join("\n")}</code></pre></div>`,
    "cell-a",
    ["Code", "<pre>l0\nl1\nl2\nl3\nl4\nl5\nl6\nl7\n…</pre>"],
  ],
] as const)
  test(`the card of ${what}`, () => {
    assert.deepEqual(cardOf(html, anchor), card);
  });

test("only what is linked to has a card, and a page's own anchors are found from pages in folders", () => {
  assert.deepEqual([...pageCards(parseHtml('<h2 id="a">A</h2>'), new Set(["b", ""])).keys()], []);
  const places = linkedPlaces([
    {
      page: "api/laws.html",
      body: '<a href="#half">h</a><a href="../one.html#x%20y">o</a><a class="permalink" href="#p">p</a>',
    },
    { page: "one.html", body: '<a href="https://example.org/#z">e</a><a title="t" href="two.html">t</a>' },
  ]);
  assert.deepEqual(Object.fromEntries([...places].map(([page, anchors]) => [page, [...anchors]])), {
    "api/laws.html": ["half"],
    "one.html": ["x y"],
    "two.html": [""],
  });
});
