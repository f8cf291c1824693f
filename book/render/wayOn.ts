import { escapeHtml } from "./escapeHtml.ts";

/** A page that is next to this one. */
export interface Neighbour {
  readonly href: string;
  readonly title: string;
  /** Its place among its kind, such as a chapter's number. */
  readonly number?: number;
}

/** The ways to the pages before and after. */
export function wayOn(before: Neighbour | undefined, after: Neighbour | undefined, label: string): string {
  const card = (page: Neighbour | undefined, rel: "prev" | "next", word: string): string => {
    if (!page) return "";
    const over = page.number === undefined ? word : `${word} · ${page.number}`;
    return `<a class="${rel}" rel="${rel}" href="${page.href}"><span>${over}</span> ${escapeHtml(page.title)}</a>`;
  };
  const cards = card(before, "prev", "Before") + card(after, "next", "Next");
  return cards && `<nav class="way-on" aria-label="${label}">${cards}</nav>`;
}
