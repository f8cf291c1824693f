import type { Chapter } from "../chapter.ts";
import type { LiveScripts } from "../live/buildLive.ts";
import type { Content } from "./content.ts";
import type { Context } from "./context.ts";
import { escapeHtml } from "./escapeHtml.ts";
import { renderInline } from "./markdown.ts";
import { notationFile } from "./notationPage.ts";
import { runFile } from "./runPage.ts";
import { type Neighbour, wayOn } from "./wayOn.ts";

/** A chapter's page: head, text, and the way on. */
export function chapterPage(
  body: string,
  context: Context,
  chapters: readonly Chapter[],
  live: LiveScripts | undefined,
): Content {
  const { chapter, headings, formulas } = context;
  const index = chapters.findIndex(({ file }) => file === chapter.file);
  const way = wayOn(
    neighbour(chapters[index - 1]),
    neighbour(chapters[index + 1]),
    "Chapters before and after",
  );
  const scripts = live
    ? ` data-run="${live.run}" data-cells="${live.cells}" data-edit="${live.edit}" data-practice="${live.practice}" data-answers="${live.answers}" data-notebook="${live.notebook}" data-file="${chapter.file}"`
    : "";
  const html = `<article class="chapter"${scripts}>
<header class="chapter-head">
<p class="part">${escapeHtml(chapter.part)} <span aria-hidden="true">·</span> Chapter ${chapter.number}</p>
<h1>${renderInline(chapter.title, context)}</h1>
<p class="claim-line">${renderInline(chapter.claim, context)}</p>
${badges(context)}
</header>
${body}
</article>
${way}`;
  return {
    page: chapter.page,
    source: chapter.path,
    title: chapter.title,
    description: chapter.claim,
    body: html,
    headings,
    formulas,
    leadsOn: way !== "",
  };
}

function badges({ chapter, claims, glossary }: Context): string {
  const seeds = [...new Set(claims.flatMap(({ seed }) => seed ?? []))];
  const badge = (term: string, value: string, name = ""): string =>
    `<div${name && ` class="${name}"`}><dt>${term}</dt><dd>${value}</dd></div>`;
  const list = [badge("Reading time", `${chapter.minutes} minutes`)];
  if (claims.length > 0) {
    const verified = claims.length;
    list.push(
      badge(
        "Verified",
        `<span aria-hidden="true">✓</span> ${verified} ${verified === 1 ? "claim" : "claims"}`,
        "verified",
      ),
    );
  }
  if (seeds.length > 0)
    list.push(badge(seeds.length > 1 ? "Seeds" : "Seed", escapeHtml(seeds.slice(0, 4).join(", "))));
  list.push(
    badge(
      "Take it home",
      `<a href="notebooks/${chapter.file}" download>Notebook</a> · <a href="${runFile}">Run this</a>`,
    ),
  );
  if (glossary) list.push(badge("Letters", `<a href="${notationFile}">Notation</a>`));
  list.push(badge("Prerequisites", escapeHtml(chapter.needs), "needs"));
  return `<dl class="badges">${list.join("")}</dl>`;
}

const neighbour = (chapter: Chapter | undefined): Neighbour | undefined =>
  chapter && { href: chapter.page, title: chapter.title, number: chapter.number };
