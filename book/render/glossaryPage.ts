import type { Chapter } from "../chapter.ts";
import type { Fault } from "../fault.ts";
import type { Glossary } from "../readGlossary.ts";
import type { Content } from "./content.ts";
import type { ProseContext } from "./context.ts";
import { escapeHtml } from "./escapeHtml.ts";
import { renderInline } from "./markdown.ts";
import { matterPage } from "./matterPage.ts";
import { glossaryFile } from "./terms.ts";

/** What a chapter used of the glossary. */
export interface Uses {
  readonly chapter: Chapter;
  /** Ids of terms, and of signs their place in the list. */
  readonly terms: ReadonlySet<string>;
  readonly signs: ReadonlySet<number>;
}

/** Every term with its explanation, and a link to its first use in each chapter. A term that none uses is a fault. */
export function glossaryPage(
  { path, terms }: Glossary,
  uses: readonly Uses[],
  context: ProseContext,
  faults: Fault[],
): Content {
  const sorted = terms.toSorted((a, b) => a.term.localeCompare(b.term, "en", { sensitivity: "base" }));
  const items = sorted.map(({ term, id, means }) => {
    const links = uses
      .filter(({ terms }) => terms.has(id))
      .map(
        ({ chapter: { page, number, title } }) =>
          `<a href="${page}#use-${id}" title="${escapeHtml(title)}">${number}</a>`,
      );
    if (links.length === 0) {
      const message = `no chapter uses "${term}"; take it out, or add the form that the text uses`;
      faults.push({ file: path, rule: "unused-term", message });
    }
    return `<dt id="${id}">${escapeHtml(term)}</dt>
<dd>${renderInline(means, context)} <span class="cited-in">Chapter${links.length > 1 ? "s" : ""}&nbsp;${links.join(", ")}.</span></dd>`;
  });
  const description = `The ${terms.length} words that the chapters lean on, each with a link to its first use in every chapter that has it.`;
  return matterPage(
    { page: glossaryFile, source: path, title: "Glossary", description },
    { body: `<dl class="glossary">\n${items.join("\n")}\n</dl>` },
    context,
  );
}
