import type { Library } from "../api/library.ts";
import { overviewPage } from "../api/libraryPages.ts";
import type { Chapter } from "../chapter.ts";
import type { BookConfig } from "../config.ts";
import { epubFile } from "../epub/epubFile.ts";
import type { Flavour } from "../flavour.ts";
import { exerciseDigest } from "../live/exerciseDigest.ts";
import type { Page } from "../page.ts";
import type { Content } from "./content.ts";
import { coverArt } from "./coverArt.ts";
import { escapeHtml } from "./escapeHtml.ts";
import { permalink } from "./headings.ts";
import { runFile } from "./runPage.ts";

/** What stands on the cover. */
interface Cover {
  readonly config: BookConfig;
  readonly chapters: readonly Chapter[];
  readonly library: Library | undefined;
  readonly pages: readonly Page[];
  /** How many claims were held against their laws or sources. */
  readonly verified: number;
  readonly flavour: Flavour;
  /** The script that counts what passed; undefined for a book that is only read. */
  readonly practice: string | undefined;
}

/** The cover: what the book is, its chapters with what each shows, and the ways to use it. */
export function homePage({ config, chapters, library, pages, verified, flavour, practice }: Cover): Content {
  const [first] = chapters;
  const preface = pages.find(({ place }) => place === "front");
  const body = `<header class="cover">
<div class="cover-words">
<h1>${escapeHtml(config.title)}</h1>
<p class="subtitle">${escapeHtml(config.subtitle)}</p>
<p class="lead">${escapeHtml(config.description)}</p>
${first ? `<p><a class="begin" href="${first.page}">Begin with chapter ${first.number}</a></p>` : ""}
${preface ? `<p><a href="${preface.page}">${escapeHtml(preface.title)}</a>: ${escapeHtml(lowerFirst(preface.description))}</p>` : ""}
</div>
${coverArt()}
<p class="cover-note">Each line is one generation: a bell curve fitted to samples of the curve before it. An illustration; chapter&nbsp;1 computes the real thing.</p>
</header>
<section aria-labelledby="chapters"${practice ? ` data-practice="${practice}"` : ""}>
<h2 id="chapters">${permalink("chapters", "Chapters")}</h2>
${config.parts.map((part) => partList(part.title, chapters, config.live)).join("\n")}
${gapNote(chapters)}
</section>
<section aria-labelledby="promise">
<h2 id="promise">${permalink("promise", "Every number here was computed")}</h2>
<p>The pages are notebooks. Building this book ran each of them from top to bottom, and held every claim
against its law or its source: ${verified} ${verified === 1 ? "claim was" : "claims were"} verified for the pages you are reading. One that fails
stops the build. All randomness is seeded, so the same sources give the same book, byte for byte.</p>
</section>
<section aria-labelledby="ways">
<h2 id="ways">${permalink("ways", `${flavour === "class" ? "Three" : "Four"} ways to use it`)}</h2>
<div class="ways">
${ways[flavour].map(({ title, text, command }) => `<div><h3>${title}</h3><p>${text}${title === "Reuse" ? toReference(library) : ""}${title === "Run" ? toRunning : ""}${title === "Read" ? toEpub(config) : ""}</p>${command ? `<p class="command"><code>${command}</code></p>` : ""}</div>`).join("\n")}
</div>
</section>`;
  return {
    page: "index.html",
    source: "book/book.yml",
    title: config.title,
    description: config.description,
    body,
    headings: [],
    formulas: [],
  };
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const read = {
  title: "Read",
  text: "From the first chapter, on any screen, online or off. Guess before you look at a figure: the text asks you to. The search finds names in code, numbers and formulas, too.",
  command: "",
};
const run = {
  title: "Run",
  text: "Each chapter is a TypeScript notebook. Open them all in JupyterLab, change a number and see what breaks.",
  command: "npm ci &amp;&amp; npm run lab",
};
const runInClass = {
  title: "Run",
  text: "Each chapter is a TypeScript notebook. In the folder that your instructor hands out, open it in JupyterLab, change a number and see what breaks.",
  command: "npm install &amp;&amp; npm start",
};
const assign = {
  title: "Assign",
  text: "Every exercise comes with checks, hidden tests, and wrong answers that the tests are proven to reject. The cells carry nbgrader’s marks.",
  command: "",
};
const reuse = {
  title: "Reuse",
  text: "The models, distances and laws are a library without dependencies on the book. Each function says where it is taught.",
  command: "import { … } from &quot;generation-loss&quot;",
};
const ways: Readonly<Record<Flavour, readonly (typeof read)[]>> = {
  reader: [read, run, assign, reuse],
  class: [read, runInClass, reuse],
};

const toRunning = ` <a href="${runFile}">Run this</a> says how.`;

const toEpub = (config: BookConfig): string =>
  ` For an e-reader there is <a href="${epubFile(config)}" download>the whole book as an EPUB</a>.`;

const toReference = (library: Library | undefined): string =>
  library ? ` <a href="${overviewPage}">The reference</a> lists all of it.` : "";

/** A chapter keeps its number from the plan: a reader must not look for one that is not there yet. */
function gapNote(chapters: readonly Chapter[]): string {
  const numbers = chapters.map(({ number }) => number);
  const isWhole = Math.max(0, ...numbers) === numbers.length;
  return isWhole
    ? ""
    : '<p class="gap-note">Numbers that are missing belong to chapters still being written.</p>';
}

/** For the page's script: where an answer is kept, and what tells that it passed the tests as they are. */
function exerciseList({ exercises }: Chapter): string {
  const all = exercises.flatMap((exercise) =>
    exercise.starter ? [`${exercise.starter.id}:${exerciseDigest(exercise)}`] : [],
  );
  return all.length > 0 ? ` data-exercises="${all.join(" ")}"` : "";
}

function partList(part: string, chapters: readonly Chapter[], isLive: boolean): string {
  const own = chapters.filter((chapter) => chapter.part === part);
  if (own.length === 0) return "";
  const items = own.map(
    (chapter) => `<li${isLive ? exerciseList(chapter) : ""}>
<span class="chapter-number">${chapter.number}</span>
<div><h4><a href="${chapter.page}">${escapeHtml(chapter.title)}</a></h4>
<p>${escapeHtml(chapter.claim)}</p></div>
<span class="chapter-minutes">${chapter.minutes} min</span>
</li>`,
  );
  return `<h3 class="part">${escapeHtml(part)}</h3>
<ol class="chapter-list">
${items.join("\n")}
</ol>`;
}
