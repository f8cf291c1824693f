import assert from "node:assert/strict";
import { test } from "node:test";
import { pageSections } from "../../../book/search/pageSections.ts";

const at = (body: string, page = "one.html") => pageSections({ page, title: "A page", body });
const brief = (body: string, page?: string) =>
  at(body, page).map(({ kind, anchor, title, text }) => `${kind} #${anchor} ${title}: ${text}`);

test("text goes to the heading above it, by the address of its permalink", () => {
  assert.deepEqual(
    brief(`<h1>A page</h1><p>Said &amp; done.</p><h2 id="a"><a class="permalink" href="#a">Why <code>x</code>?</a></h2>
<p>One<br>two</p><section class="block block-summary" aria-labelledby="s"><h2 class="block-title" id="s">Summary</h2><p>Short.</p></section><p>after</p>`),
    ["text # A page: Said & done.", "text #a Why x?: One two after", "text #s Summary: Short."],
  );
});

test("figures, claims and cells are places of their own, and end where they end", () => {
  const sections = at(`<h2 id="a">Title</h2><p>before</p>
<div class="cell" id="cell-one"><details class="folded"><summary>Tools</summary><div class="code"><pre><code>// Tools
import { seeded } from "generation-loss";
const x = 1;</code></pre></div></details><div class="outputs"><div class="output"><pre>0.6588</pre></div></div></div>
<figure id="fig-x" class="figure"><figcaption><span class="figure-number"><a class="permalink" href="#fig-x">Figure 3.1</a>.</span> What falls.</figcaption>
<div class="canvas"><svg><text>Title inside</text></svg></div><div class="sentences"><p class="description now">At the start.</p><p class="description">Elsewhere.</p></div>
<details class="data"><summary>Data</summary><table><tbody><tr><td>17</td></tr></tbody></table></details></figure>
<div class="claim" id="claim-x" role="group"><p class="claim-state">✓ Verified</p><p class="claim-sentence">It falls.</p><dl><div><dt>observed</dt><dd>2.705</dd></div></dl><details><summary>How this was judged</summary><p>The build fails.</p><div class="cell" id="cell-two"><div class="code"><pre><code>claim("It falls.")</code></pre></div></div></details></div>
<p>after</p>`);
  assert.deepEqual(
    sections.map(({ kind, anchor, title, isTitled, text }) => [kind, anchor, title, isTitled, text]),
    [
      ["text", "", "A page", true, ""],
      ["text", "a", "Title", true, "before after"],
      ["code", "cell-one", "Title", false, "// Tools const x = 1; 0.6588"],
      ["figure", "fig-x", "Figure 3.1", true, "What falls. At the start."],
      ["claim", "claim-x", "Title", false, "It falls. observed 2.705"],
      ["code", "cell-two", "Title", false, 'claim("It falls.")'],
    ],
  );
});

test("no solution and no check of an exercise is found", () => {
  assert.deepEqual(
    brief(`<section class="block exercise" id="ex-a"><h3 id="ex-a-title"><a class="permalink" href="#ex-a"><span class="exercise-number">Exercise 1</span> Mix</a></h3>
<p class="difficulty">easy</p><p>Write it.</p><div class="cell" id="cell-s"><pre><code>start</code></pre></div>
<details class="folded check"><summary>Check</summary><pre>check</pre></details><p class="table-note">The check is not all.</p>
<details class="folded solution"><summary>Solution</summary><pre>secret</pre></details></section><p>after</p>`),
    [
      "text # A page: after",
      "exercise #ex-a Exercise 1 Mix: Write it.",
      "code #cell-s Exercise 1 Mix: start",
    ],
  );
});

test("an entry of the reference, a word, a letter and a work are places", () => {
  assert.deepEqual(
    brief(
      `<section class="entry"><h2 id="decay"><a class="permalink" href="#decay">decay</a></h2><p>(1 − 1/M)<sup>t</sup></p><h3>Parameters</h3><dl><dt><code>t</code></dt><dd>time</dd></dl></section>`,
      "api/laws.html",
    ).slice(1),
    ["reference #decay decay: (1 − 1/M)^t t time"],
  );
  assert.deepEqual(
    brief(
      `<dl class="glossary"><dt id="term-a">a term</dt><dd>Its meaning. <span class="cited-in">Chapter 1.</span></dd></dl>`,
      "glossary.html",
    ).slice(1),
    ["word #term-a a term: Its meaning."],
  );
  assert.deepEqual(
    brief(
      `<table><thead><tr><th>sign</th></tr></thead><tbody><tr id="sign-1"><td>N</td><td>words</td><td><a href="#">1</a></td></tr></tbody></table>`,
      "notation.html",
    ).slice(1),
    ["letter #sign-1 N: words"],
  );
  assert.deepEqual(
    brief(
      `<section class="references"><ul><li id="ref-good">Good, I. J. (1953). On species.</li></ul></section>`,
      "bibliography.html",
    ).slice(1),
    ["work #ref-good Good, I. J. (1953): Good, I. J. (1953). On species."],
  );
});

test("what only eyes are to meet, or stands on a page twice, is read once", () => {
  assert.deepEqual(
    brief(`<p>Said<sup class="note-mark">1</sup><span class="margin-note" role="note"><sup aria-hidden="true">1</sup> a note</span></p>
<details class="folded-note"><summary>Note 1</summary><p>a note</p></details>
<p>As <span class="citation">(<a href="#r">Good 1953</a>)</span><span class="margin-note" aria-hidden="true">Good, I. J.</span></p>`),
    ["text # A page: Said a note As (Good 1953)"],
  );
});
