import assert from "node:assert/strict";
import { test } from "node:test";
import { dayColours } from "../../../book/copy/dayColours.ts";
import { parseHtml } from "../../../book/copy/parseHtml.ts";
import { solutionsLast } from "../../../book/copy/solutionsLast.ts";
import { element, textOf } from "../../../book/copy/tree.ts";
import { writeXml } from "../../../book/copy/writeXml.ts";
import { deadLinks } from "../../../book/epub/deadLinks.ts";
import { documentFacts } from "../../../book/epub/documentFacts.ts";
import { drawing } from "../../../book/epub/drawing.ts";
import { withoutAnchors } from "../../../book/epub/withoutAnchors.ts";

const again = (html: string): string => writeXml(parseHtml(html));

for (const [html, xml] of [
  ["<p>a &lt; b &amp; c&nbsp;d</p>", "<p>a &lt; b &amp; c\u00a0d</p>"],
  ['<img src="a.png" alt="&quot;x&quot;"><br>', '<img src="a.png" alt="&quot;x&quot;"/><br/>'],
  ["<a href=x download>y</a>", '<a href="x" download="">y</a>'],
  ["<td title='a > b'>1 < 2</td>", '<td title="a &gt; b">1 &lt; 2</td>'],
  ["<svg><path d='M0'/></svg><!-- no -->", '<svg><path d="M0"/></svg>'],
  ["<i>&#x27;&#8594;\u0007</i>", "<i>'→</i>"],
] as const)
  test(`${html} is ${xml} as XML`, () => assert.equal(again(html), xml));

for (const [html, reason] of [
  ["<p><em>a</p>", /^<\/p> stands where <em> is open$/],
  ["a</p>", /^<\/p> stands where nothing is open$/],
  ["<div><p>a</p>", /^<div> is not closed$/],
  ["<p>&hellip;</p>", /^&hellip; is no sign that the book knows/],
] as const)
  test(`${html} is refused`, () => assert.throws(() => parseHtml(html), { message: reason }));

test("solutions go before the references, in the order of their tasks", () => {
  const task = (id: string): string =>
    `<section class="block exercise" id="ex-${id}"><h3>Exercise ${id}</h3><p>Do ${id}.</p>` +
    `<details class="folded solution"><summary>Solution</summary><p>Done ${id}.</p></details></section>`;
  const html = `<article>${task("a")}${task("b")}<section class="references">Works</section></article>`;
  const moved = solutionsLast(parseHtml(html));
  assert.match(
    textOf(moved),
    /^Exercise aDo a\..*Exercise bDo b\..*Exercise aDone a\.Exercise bDone b\.Works$/,
  );
  const none = parseHtml("<article><p>No task.</p></article>");
  assert.deepEqual(solutionsLast(none), none);
});

test("a drawing has the theme's colours by day, and no others by name", async () => {
  const colours = await dayColours();
  const keepImage = (): string => "1.png";
  const svg = (fill: string) => element("svg", { style: "--w:1" }, element("path", { fill }));
  const drawn = writeXml([drawing(svg("var(--accent)"), { colours, keepImage })]);
  assert.match(drawn, /^<svg xmlns="[^"]*" xmlns:xlink="[^"]*"><path fill="#9a3412"\/><\/svg>$/);
  assert.throws(() => drawing(svg("var(--pink)"), { colours, keepImage }), {
    message: /var\(--pink\) is no colour/,
  });
});

test("links to places that a page does not have lead to the page, or are text", () => {
  const body = parseHtml(
    '<p id="here"><a href="#here">1</a><a href="#gone">2</a><a id="x" href="#gone">3</a><a href="b.xhtml#gone">4</a></p>',
  );
  const facts = documentFacts("a.xhtml", body);
  const anchors = new Map(["a.xhtml", "b.xhtml"].map((file) => [file, new Set(facts.anchors)]));
  const dead = deadLinks("a.xhtml", facts, anchors);
  assert.deepEqual(dead, ["#gone", "b.xhtml#gone"]);
  assert.equal(
    writeXml(withoutAnchors(body, new Set(dead))),
    '<p id="here"><a href="#here">1</a>2<span id="x">3</span><a href="b.xhtml">4</a></p>',
  );
});
