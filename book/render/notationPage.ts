import type { Fault } from "../fault.ts";
import type { Glossary, Sign } from "../readGlossary.ts";
import type { Content } from "./content.ts";
import type { Context, ProseContext } from "./context.ts";
import { escapeHtml } from "./escapeHtml.ts";
import type { Uses } from "./glossaryPage.ts";
import { renderInline } from "./markdown.ts";
import { matterPage } from "./matterPage.ts";
import type { Letter } from "./signsOf.ts";

/** Where the letters are explained. */
export const notationFile = "notation.html";

/**
 * The signs that a chapter's formulas use, as places in the glossary's list. A letter that the list does not know in
 * this chapter is a fault, named once.
 */
export function signsUsed({ chapter, glossary, letters }: Context, faults: Fault[]): Set<number> {
  const used = new Set<number>();
  const unknown = new Set<string>();
  const holds = ({ chapters }: Sign): boolean => chapters?.includes(chapter.number) ?? true;
  if (!glossary) return used;
  const { path, signs } = glossary;

  const look = ({ names, index }: Letter, tex: string, cell: string): void => {
    const places = names.map((name) => signs.findIndex((sign) => sign.key === name && holds(sign)));
    const at = places.find((place) => place >= 0);
    if (at !== undefined) used.add(at);
    if (index.length > 0 && places[0] === -1) for (const letter of index) look(letter, tex, cell);
    const name = names.at(-1) ?? "";
    if (at !== undefined || unknown.has(name)) return;
    unknown.add(name);
    const message = `${name} in $${tex}$ is not among the signs of ${path} for chapter ${chapter.number}; add it there, or write the book's letter`;
    faults.push({ file: chapter.path, ...(cell && { cell }), rule: "unknown-sign", message });
  };
  for (const { letter, tex, cell } of letters) look(letter, tex, cell);
  return used;
}

/** One table of all letters. A letter that its chapters do not use is a fault. */
export function notationPage(
  { path, signs }: Glossary,
  uses: readonly Uses[],
  context: ProseContext,
  faults: Fault[],
): Content {
  const rows = signs.map(({ sign, means, chapters }, place) => {
    const by = uses.filter((use) => use.signs.has(place)).map(({ chapter }) => chapter);
    const missed = chapters?.filter((number) => by.every((chapter) => chapter.number !== number));
    if (by.length === 0 || (missed && missed.length > 0)) {
      const where = missed?.length ? `chapter ${missed.join(", ")}` : "any chapter";
      const message = `${sign} (${means}) is used in no formula of ${where}; take it out there`;
      faults.push({ file: path, rule: "unused-sign", message });
    }
    const links = by.map(
      ({ page, number, title }) => `<a href="${page}" title="${escapeHtml(title)}">${number}</a>`,
    );
    return `<tr id="sign-${place + 1}"><td>${renderInline(`$${sign}$`, context)}</td><td>${renderInline(means, context)}</td><td>${links.join(", ")}</td></tr>`;
  });
  const description = `The ${signs.length} meanings of the letters in the formulas. A build fails on a letter that is not here.`;
  const body = `<div class="table" role="group" tabindex="0" aria-label="Table">
<table class="notation">
<thead><tr><th>sign</th><th>stands for</th><th>in chapters</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>
</div>`;
  return matterPage({ page: notationFile, source: path, title: "Notation", description }, { body }, context);
}
