import assert from "node:assert/strict";
import { test } from "node:test";
import { renderChapterBody } from "../../../book/render/chapterBody.ts";
import { readExercises } from "../../../course/exercise/readExercises.ts";
import { parsePercent } from "../../../kernel/notebook/parsePercent.ts";
import { code, notebookOf, printed, prose, raised, shown } from "../tools/cells.ts";
import { varianceChart } from "../tools/chart.ts";
import { chapterOf, contextOf } from "../tools/context.ts";

const body = async (context = contextOf(), ...cells: Parameters<typeof notebookOf>): Promise<string> =>
  renderChapterBody(notebookOf(prose("title", "# Title\n\nOpening."), ...cells), context);

test("the first cell gives the opening without its title", async () => {
  assert.match(await body(), /^<div class="opening"><p>Opening\.<\/p>\s*<\/div>/);
});

test("a setup cell is folded behind its first comment", async () => {
  const html = await body(contextOf(), code("s", "// Tools & seeds\nimport 'x';", [], { role: "setup" }));
  assert.match(html, /<details class="folded"><summary>Tools &amp; seeds<\/summary>/);
});

for (const [role, source, expected] of [
  [
    "predict",
    "**Before you look.** Guess.",
    /<p class="block-title" id="before-you-look">Before you look<\/p>\s*<p>Guess\.<\/p>/,
  ],
  ["predict", "Guess.", /<p class="block-title" id="before-you-look">Before you look<\/p>\s*<p>Guess\.<\/p>/],
  [
    "limits",
    "## What it hides\n\nMuch.",
    /<h2 class="block-title" id="what-it-hides"><a class="permalink" href="#what-it-hides">What it hides<\/a><\/h2>\s*<p>Much\.<\/p>/,
  ],
  [
    "limits",
    "**The loop was closed.** So.",
    /<p class="block-title".*>What this does not show<\/p>\s*<p><strong>The loop was closed\./,
  ],
  [
    "summary",
    "All.",
    /<h2 class="block-title" id="summary"><a class="permalink" href="#summary">Summary<\/a><\/h2>/,
  ],
] as const) {
  test(`a ${role} cell that begins "${source.slice(0, 16)}" becomes a titled block`, async () => {
    assert.match(await body(contextOf(), prose("b", source, { role })), expected);
  });
}

test("an exercise gathers prompt, starter, check and solution, and hides the check's error", async () => {
  const cells = [
    prose("p", "### Exercise 1: ignored\n\nDo it.", {
      role: "exercise",
      exercise: "mix",
      difficulty: 3,
      title: "Mix <them>",
    }),
    code("s", "start();", [], { role: "starter", exercise: "mix" }),
    code("c", "check();", [raised("Error", "not yet")], { role: "check", exercise: "mix" }, [
      "raises-exception",
    ]),
    prose("after", "Outside."),
  ];
  const regions = parsePercent(
    "// %% solution mix\nconst solved = 1;\n// %% hidden mix: x\ncheckMore();\n// %% wrong mix: y -> x\nwrong();",
  );
  const { exercises, faults } = readExercises(notebookOf(...cells), regions);
  assert.deepEqual(faults, []);
  const html = await body(contextOf({ chapter: { ...chapterOf(1, "one"), exercises } }), ...cells);
  const [block = ""] = /<section class="block exercise" id="ex-mix".*?<\/section>/s.exec(html) ?? [];
  assert.match(block, /Exercise 1\.1<\/span> Mix &lt;them&gt;<\/a><\/h3>/);
  assert.match(block, /●●●<\/span> hard/);
  for (const piece of [
    "Do it.",
    "start",
    "<summary>Check</summary>",
    "<summary>Solution</summary>",
    "solved",
    '<a class="permalink" href="#ex-mix">',
    "1 further test tries your answer with",
    "<code>npx genloss check notebooks/01-one.ipynb mix</code>",
  ]) {
    assert.ok(block.includes(piece), piece);
  }
  assert.doesNotMatch(html, /not yet|checkMore|wrong\(|ignored/);
  assert.ok(html.indexOf("Outside.") > html.indexOf("</section>"));
});

for (const [what, drawing] of [
  ["chart", (words: string) => shown({ "application/vnd.vegalite.v5+json": varianceChart(words, 1, 3) })],
  ["picture", (alt: string) => shown({ "image/svg+xml": "<svg></svg>" }, { alt })],
] as const)
  test(`of two ${what}s of one cell, the first has its figure number, caption and anchor, and the second none`, async () => {
    const head = { role: "figure", label: "fig-here", caption: "Both." };
    const context = contextOf();
    const html = await body(
      context,
      code("f", "plot()", [drawing("One."), printed("between"), drawing("Two.")], head),
    );
    assert.deepEqual(context.faults, []);
    const figures = html.match(/<figure[\s\S]*?<\/figure>/g) ?? [];
    assert.equal(figures.length, 2);
    const has = (part: string): boolean[] => figures.map((each) => each.includes(part));
    for (const part of ['<figure id="fig-here"', "Figure 1.2", "<figcaption>", "One."])
      assert.deepEqual(has(part), [true, false], part);
    assert.deepEqual(has("Two."), [false, true]);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    assert.deepEqual(ids, [...new Set(ids)], "each anchor once");
  });

test("a drawing of a cell that is no figure has no number", async () => {
  const html = await body(
    contextOf(),
    code("a", "draw()", [shown({ "image/svg+xml": "<svg></svg>" }, { alt: "x" })]),
  );
  assert.match(html, /<figure class="figure">/);
  assert.doesNotMatch(html, /Figure \d|<figcaption>/);
});

test("outputs are shown in their richest form", async () => {
  const html = await body(
    contextOf(),
    code("a", "1", [
      printed("\u001b[33mplain\u001b[0m & simple\n"),
      shown({ "text/html": "<b>rich</b>", "text/plain": "poor" }),
    ]),
  );
  assert.match(html, /<pre>plain &amp; simple<\/pre>/);
  assert.match(html, /<b>rich<\/b>/);
  assert.doesNotMatch(html, /poor/);
});

test("references list what was cited, once, in order of name", async () => {
  const html = await body(contextOf(), prose("x", "[@both2021] [@abel2020] [@both2021]"));
  assert.deepEqual(
    [...html.matchAll(/<li id="ref-(\w+)">/g)].map(([, id]) => id),
    ["abel2020", "both2021"],
  );
});
