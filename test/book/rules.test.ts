import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { buildBook } from "../../book/build.ts";
import { rules } from "../../book/check/rules.ts";
import type { Run } from "../../book/execute.ts";
import type { Rule } from "../../book/fault.ts";
import { claimType } from "../../book/render/claimFacts.ts";
import { formatNotebook } from "../../kernel/notebook/formatNotebook.ts";
import type { Cell } from "../../kernel/notebook/notebook.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { libraryFiles, withLibrary } from "./fixtures/library.ts";
import { photocopy } from "./fixtures/photocopy.ts";
import { code, notebookOf, printed, prose, raised, shown } from "./tools/cells.ts";
import { seededDraws, varianceChart } from "./tools/chart.ts";
import { type Changes, first, project, storedOutputs, third } from "./tools/project.ts";

const vegaLite = "application/vnd.vegalite.v5+json";
const dot =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg==";

const chart = (description: string | undefined) => shown({ [vegaLite]: varianceChart(description, 1, 3) });
const failing = {
  sentence: "It falls",
  observed: 1,
  expected: 2,
  kind: "law",
  cite: null,
  tolerance: 0.1,
  ...{ standardError: null, standardErrors: null, runs: null, seed: null },
  passed: false,
};

/** The good chapter with these cells at its end. */
const withCells = (...cells: Cell[]): Changes => ({ chapter: notebookOf(...photocopy().cells, ...cells) });

/** The good chapter with this prose at its end, and a glossary of which this is the one list that is not empty. */
const withGlossary = (list: string, text: string): Changes => ({
  ...withCells(prose("added", text)),
  config: (yaml) => yaml.replace(/^parts:/m, "glossary: glossary.yml\nparts:"),
  files: {
    "book/glossary.yml": ["terms: []", "signs: []", list]
      .filter((line) => line === list || !list.startsWith(line.slice(0, 5)))
      .join("\n"),
  },
});

const halve = "lib/laws/halve.ts";

/** The book with a library, one of whose files says something else. */
const librarySays = (path: string, text: string): Changes => ({
  ...withLibrary,
  files: { ...libraryFiles, [path]: text },
});

let cacheFolder: string;
before(async () => {
  cacheFolder = await mkdtemp(join(tmpdir(), "book-cache-"));
});
after(() => rm(cacheFolder, { recursive: true, force: true }));

/** Text that does not compress. */
function noise(length: number): string {
  const draw = seededDraws(3);
  return Array.from({ length }, () => String.fromCharCode(48 + Math.floor(draw() * 70))).join("");
}

async function refusal(changes: Changes, run: Run = storedOutputs()): Promise<string> {
  await using files = await project(changes);
  // Fonts and drawings are shared by the cases; a source of its own gives each its own outputs.
  await files.write("lib/case.ts", `// ${randomUUID()}\n`);
  const error = await buildBook({ root: files.root, run, cacheFolder }).then(
    () => assert.fail("the build must be refused"),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof Refusal, String(error));
  assert.equal(error.exitCode, 1);
  return error.message;
}

const figure = (label: string | undefined, caption: string | undefined) =>
  code("added", "plot()", [chart("It falls.")], {
    role: "figure",
    ...(label && { label }),
    ...(caption && { caption }),
  });

const cases: { rule: Rule; why: string; changes: Changes; line: RegExp }[] = [
  {
    rule: "chapter-missing",
    why: "a listed notebook does not exist",
    changes: { config: (yaml) => yaml.replace(first, "01-none.ipynb") },
    line: /^book\/book\.yml {2}chapter-missing: notebooks\/01-none\.ipynb does not exist/m,
  },
  {
    rule: "duplicate-slug",
    why: "two chapters have one address",
    changes: {
      config: (yaml) => yaml.replace("slug: rare-things-die-first", "slug: a-photocopy-of-a-photocopy"),
    },
    line: new RegExp(`^book/book\\.yml {2}duplicate-slug: .*${third} is taken by ${first}`, "m"),
  },
  {
    rule: "cell-error",
    why: "a cell fails",
    changes: withCells(code("added", "boom()", [raised("ReferenceError", "boom is not defined")])),
    line: /^notebooks\/01-.*\.ipynb {2}cell added {2}cell-error: ReferenceError: boom is not defined; /m,
  },
  {
    rule: "claim-fails",
    why: "a claim's verdict is no",
    changes: withCells(code("added", "claim()", [shown({ [claimType]: failing })])),
    line: /cell added {2}claim-fails: this is no claim that holds: passed must be true, got false; state it with claim\(\)/,
  },
  {
    rule: "claim-fails",
    why: "a claim throws",
    changes: withCells(
      code("added", "claim()", [raised("ClaimError", "Claim does not hold: It falls\n  observed  1")]),
    ),
    line: /cell added {2}claim-fails: Claim does not hold: It falls; observed 1; correct/,
  },
  {
    rule: "shared-stream",
    why: "a cell draws from the stream that all cells share",
    changes: {
      files: {
        [`notebooks/${first}`]: formatNotebook(
          notebookOf(
            ...photocopy().cells,
            code("stream", "const rng = seeded(9);\nrng.next()", []),
            code("good", "rng.split('good').next(); rng.seed; ((rng: Rng) => rng.next())(rng.split(1))", []),
            code("own", "const other = seeded(1);\nother.next()", []),
            code("added", "draw(2, rng) +\n  sum(draw(3, rng.split('a')), draw(rng));", []),
          ),
        ),
      },
    },
    line: /cell added {2}shared-stream: "rng\) \+" draws from a stream[^\n]*\n[^\n]*shared-stream: "rng\)\);"[^\n]*$/m,
  },
  {
    rule: "no-description",
    why: "a chart has no description",
    changes: withCells(code("added", "plot()", [chart(undefined)])),
    line: /cell added {2}no-description: a chart needs a `description`/,
  },
  {
    rule: "raw-markdown",
    why: "prose has a footnote that only the book would show as one",
    changes: withCells(prose("added", "A claim.[^why]\n\n[^why]: Because.")),
    line: /cell added {2}raw-markdown: JupyterLab shows \[\^why\]: as it is typed; write <sup>1<\/sup>/,
  },
  {
    rule: "no-alt",
    why: "an image output has no alt",
    changes: withCells(code("added", "draw()", [shown({ "image/png": dot })])),
    line: /cell added {2}no-alt: an image needs an `alt`/,
  },
  {
    rule: "no-alt",
    why: "an image in prose has no text",
    changes: withCells(prose("added", '<img src="https://example.org/a.png">')),
    line: /no-alt: the image https:\/\/example\.org\/a\.png needs a text/,
  },
  {
    rule: "no-caption",
    why: "a figure has no caption",
    changes: withCells(figure("fig-added", undefined)),
    line: /cell added {2}no-caption: /,
  },
  {
    rule: "no-label",
    why: "a figure has no label",
    changes: withCells(figure(undefined, "c")),
    line: /cell added {2}no-label: /,
  },
  {
    rule: "duplicate-label",
    why: "a label is used twice",
    changes: withCells(figure("fig-variance", "again")),
    line: /cell added {2}duplicate-label: "fig-variance" names two things/,
  },
  {
    rule: "chart",
    why: "a figure cell shows no chart",
    changes: withCells(
      code("added", "1", [shown({ "text/plain": "1" })], { role: "figure", label: "fig-x", caption: "c" }),
    ),
    line: /cell added {2}chart: a figure cell must show a chart/,
  },
  {
    rule: "chart",
    why: "Vega cannot read a chart",
    changes: withCells(
      code("added", "plot()", [shown({ [vegaLite]: { description: "d", mark: "nonsense" } })]),
    ),
    line: /cell added {2}chart: /,
  },
  {
    rule: "unknown-reference",
    why: "a reference names no figure",
    changes: withCells(prose("added", "[Figure](#fig-nowhere)")),
    line: /cell added {2}unknown-reference: nothing in the book is labelled "fig-nowhere"/,
  },
  {
    rule: "unknown-citation",
    why: "a citation names no work",
    changes: withCells(prose("added", "As shown [@nobody1999].")),
    line: /cell added {2}unknown-citation: @nobody1999 is not in the bibliography/,
  },
  {
    rule: "unknown-sign",
    why: "a letter is not in the notation",
    changes: withGlossary(
      "signs: [{ sign: '\\Omega', means: all }, { sign: 'c_4', means: a constant }]",
      "$\\Omega + c_4 + c$",
    ),
    line: /cell added {2}unknown-sign: c in \$\\Omega \+ c_4 \+ c\$ is not among the signs of book\/glossary\.yml for chapter 1/,
  },
  {
    rule: "unused-sign",
    why: "a listed letter is in no formula",
    changes: withGlossary("signs: [{ sign: '\\Omega', means: all, in: [3] }]", "nothing"),
    line: /^book\/glossary\.yml {2}unused-sign: \\Omega \(all\) is used in no formula of chapter 3/m,
  },
  {
    rule: "unused-term",
    why: "no chapter uses a listed term",
    changes: withGlossary("terms: [{ term: phlogiston, means: a mistake }]", "phlogistons"),
    line: /^book\/glossary\.yml {2}unused-term: no chapter uses "phlogiston"/m,
  },
  {
    rule: "empty-header",
    why: "a table that a cell shows has a header without words",
    changes: withCells(
      code("added", "table()", [
        shown({ "text/html": "<table><tr><th scope=col> </th><th>b</th></tr></table>" }),
      ]),
    ),
    line: /^notebooks\/01-.*\.ipynb {2}empty-header: a table of a-photocopy-of-a-photocopy\.html has a header/m,
  },
  {
    rule: "dead-link",
    why: "a link leads to no file",
    changes: withCells(prose("added", "[here](nowhere.html)")),
    line: /dead-link: "nowhere\.html" leads to no file/,
  },
  {
    rule: "dead-link",
    why: "a link leads to no place on another page",
    changes: withCells(prose("added", `[here](${third}#no-such-section)`)),
    line: /dead-link: "rare-things-die-first\.html#no-such-section" leads to no place in rare-things-die-first\.html/,
  },
  {
    rule: "dead-link",
    why: "a link names no chapter",
    changes: withCells(prose("added", "[here](09-none.ipynb)")),
    line: /cell added {2}dead-link: 09-none\.ipynb is no chapter/,
  },
  {
    rule: "unknown-exercise",
    why: "a solution belongs to no exercise",
    changes: { solutions: "// %% solution keep-real\n1\n// %% solution other\n2\n" },
    line: /^notebooks\/solutions\/01-.*\.ts {2}unknown-exercise: line 3: "solution other" belongs to no exercise .*keep-real/m,
  },
  {
    rule: "unknown-exercise",
    why: "a check belongs to no exercise",
    changes: withCells(code("added", "check()", [], { role: "check", exercise: "other" })),
    line: /cell added {2}unknown-exercise: this check names exercise "other"/,
  },
  {
    rule: "cell-role",
    why: "the metadata of a cell is misspelt",
    changes: withCells(code("added", "1", [], { role: "clam", capton: "c" })),
    line: /cell added {2}cell-role: genloss may hold role, .*, got "capton"; correct .*\n.*cell added {2}cell-role: role must be one of setup, .*, got "clam"; correct/,
  },
  {
    rule: "exercise-part",
    why: "an exercise has two starters",
    changes: withCells(code("added", "1", [], { role: "starter", exercise: "keep-real" })),
    line: /^notebooks\/01-.*\.ipynb {2}cell added {2}exercise-part: exercise "keep-real" has a starter, cell starter-real, before/m,
  },
  {
    rule: "exercise-part",
    why: "no hidden test rejects a wrong answer",
    changes: { solutions: "// %% solution keep-real\n1\n// %% wrong keep-real: half -> none\n2\n" },
    line: /^notebooks\/solutions\/01-.*\.ts {2}exercise-part: line 3: the wrong answer "half" must name, .*, got "none"/m,
  },
  {
    rule: "no-solution",
    why: "an exercise has no solution",
    changes: { solutions: "" },
    line: /cell ex-real {2}no-solution: exercise "keep-real" has no solution; add "\/\/ %% solution keep-real" to notebooks\/solutions/,
  },
  {
    rule: "math",
    why: "a formula cannot be read",
    changes: withCells(prose("added", "$\\frac{1$")),
    line: /cell added {2}math: /,
  },
  {
    rule: "header",
    why: "an export of the library has no header",
    changes: librarySays("lib/internal/ddof.ts", "export type Ddof = 0 | 1;\n"),
    line: /^lib\/internal\/ddof\.ts {2}header: Ddof has no header; say above it/m,
  },
  {
    rule: "header",
    why: "a header explains a parameter that is not there",
    changes: librarySays(
      halve,
      "/**\n * Half.\n *\n * @param y of it\n */\nexport const halve = (x: number): number => x;\n",
    ),
    line: /^lib\/laws\/halve\.ts {2}header: half has no parameter "y"; correct the @param/m,
  },
  {
    rule: "header",
    why: "a header links to nothing",
    changes: librarySays(
      halve,
      "/** As {@link quarter}. */\nexport const halve = (x: number): number => x;\n",
    ),
    line: /^lib\/laws\/halve\.ts {2}header: the header of half links to quarter, which the library does not export/m,
  },
  {
    rule: "page-budget",
    why: "a page is too heavy",
    changes: withCells(code("added", "print()", [printed(noise(300_000))])),
    line: /page-budget: a-photocopy-of-a-photocopy\.html takes \d+ kB compressed, 150 are allowed/,
  },
  {
    rule: "not-well-formed",
    why: "HTML of a cell leaves an element open",
    changes: withCells(prose("added", "<div>never closed")),
    line: /not-well-formed: the page cannot be read again: <\/article> stands where <div> is open/,
  },
];

for (const { rule, why, changes, line } of cases) {
  test(`${rule} when ${why}`, async () => assert.match(await refusal(changes), line));
}

test("every rule has a case here", () => {
  const every = {
    "chapter-missing": true,
    "duplicate-slug": true,
    "cell-error": true,
    "claim-fails": true,
    "shared-stream": true,
    "no-description": true,
    "raw-markdown": true,
    "no-alt": true,
    "no-caption": true,
    "no-label": true,
    "duplicate-label": true,
    "unknown-reference": true,
    "unknown-citation": true,
    "unknown-sign": true,
    "unused-sign": true,
    "unused-term": true,
    "empty-header": true,
    "dead-link": true,
    "cell-role": true,
    "unknown-exercise": true,
    "no-solution": true,
    "exercise-part": true,
    math: true,
    header: true,
    chart: true,
    "page-budget": true,
    "live-budget": true,
    "search-budget": true,
    "offline-budget": true,
    "aids-budget": true,
    "not-well-formed": true,
  } satisfies Record<Rule, true>;
  // What is too heavy to run, to search, to keep or to read by keys is no small change of this book's: `liveBudget.test.ts`,
  // `searchBudget.test.ts`, `listSite.test.ts` and `aids/`.
  const heavy = ["live-budget", "search-budget", "offline-budget", "aids-budget"];
  const here = [...cases.map(({ rule }) => rule), ...heavy];
  assert.deepEqual([...new Set(here)].sort(), Object.keys(every).sort());
});

test("each rule of the finished site stands once in the list", () => {
  const names = rules.map(({ rule }) => rule);
  assert.deepEqual(names, [...new Set(names)]);
  const checks = readdirSync(new URL("../../book/check/", import.meta.url));
  assert.equal(rules.length, checks.length - 2, "a rule per file of book/check, beside rules.ts and site.ts");
});

test("a build names all faults at once, and one that stopped the run only once", async () => {
  const run: Run = async (notebook, { path }) => {
    if (!path.endsWith(first)) return { notebook };
    return { notebook, failure: { cellId: "bye", line: 1, name: "TimeoutError", message: "took too long" } };
  };
  const message = await refusal(withCells(prose("added", "[@nobody] [@noone]")), run);
  assert.equal(message.match(/unknown-citation/g)?.length, 2);
  assert.match(message, /cell bye {2}cell-error: TimeoutError: took too long \(line 1\)/);
  assert.match(message, /3 faults in the book; the site was left as it was\.$/);
});

test("a cell tagged raises-exception may fail, and its error is shown; that of a check is not", async () => {
  await using files = await project(
    withCells(code("added", "boom()", [raised("RangeError", "as it should")], {}, ["raises-exception"])),
  );
  const { out } = await buildBook({ root: files.root, run: storedOutputs() });
  const html = await readFile(`${out}/a-photocopy-of-a-photocopy.html`, "utf8");
  assert.match(html, /RangeError: as it should/);
  assert.doesNotMatch(html, /Error: your turn/);
});
