import type { Chapter } from "../chapter.ts";
import { byName, fullReference, type Reference } from "./bibliography.ts";
import type { Content } from "./content.ts";
import { escapeHtml } from "./escapeHtml.ts";
import { matterPage } from "./matterPage.ts";

/** Where the list of all cited works stands. */
export const bibliographyFile = "bibliography.html";

/** Every work that a chapter cites, with the chapters that do; undefined if none does. */
export function bibliographyPage(
  cited: readonly { readonly chapter: Chapter; readonly ids: readonly string[] }[],
  bibliography: ReadonlyMap<string, Reference>,
): Content | undefined {
  const items = [...bibliography.values()]
    .map((item) => ({ item, by: cited.filter(({ ids }) => ids.includes(item.id)) }))
    .filter(({ by }) => by.length > 0)
    .map(({ item, by }) => ({ id: item.id, html: fullReference(item, bibliography), by }))
    .sort(byName);
  if (items.length === 0) return undefined;
  const list = items.map(({ id, html, by }) => {
    const links = by.map(
      ({ chapter: { page, number, title } }) =>
        `<a href="${page}#ref-${id}" title="${escapeHtml(title)}">${number}</a>`,
    );
    return `<li id="ref-${id}">${html} <span class="cited-in">Cited in chapter${links.length > 1 ? "s" : ""} ${links.join(", ")}.</span></li>`;
  });
  const description = `The ${items.length} works that the chapters cite, and where.`;
  const body = `<section class="references" aria-label="Works">
<ul>
${list.join("\n")}
</ul>
</section>`;
  return matterPage(
    { page: bibliographyFile, source: "book/bibliography.json", title: "Bibliography", description },
    { body },
  );
}
