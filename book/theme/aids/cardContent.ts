import { cardsName, cardsPath, type PageCards } from "../../aids/aidsTable.ts";
import { textOf } from "../live/texts.ts";
import { made } from "../search/made.ts";
import { here, placeOf, table, up } from "./site.ts";

const read = new Map<string, PageCards>();

/** What a card says of the place that a link leads to; undefined where there is nothing to say. */
export async function cardContent(link: HTMLAnchorElement): Promise<readonly Node[] | undefined> {
  const place = placeOf(link);
  if (!place) return undefined;
  const { page, anchor } = place;
  const figure = page === here ? document.getElementById(anchor) : null;
  if (figure?.matches("figure")) return figureContent(figure);
  const { where, cards } = await cardsOf(page);
  const [kind = "", html] = cards[anchor] ?? [];
  if (html === undefined) return undefined;
  const text = document.createElement("div");
  text.innerHTML = html; // of the book itself, which made it
  const isElsewhere = page !== here && where !== "" && !where.startsWith(kind);
  const head = [kind, isElsewhere || kind === "" ? where : ""].filter((each) => each !== "").join(" · ");
  return [...(head ? [made("p", { className: "card-kind" }, head)] : []), text];
}

async function cardsOf(page: string): Promise<PageCards> {
  const digest = table.cards[page];
  if (digest === undefined) return { where: "", cards: {} };
  const known = read.get(page);
  if (known) return known;
  const cards: PageCards = JSON.parse(await textOf(up + cardsPath(page, digest), cardsName(page)));
  read.set(page, cards);
  return cards;
}

/** The figure itself, as it stands now: its drawing with names of its own, its caption and its sentence. */
function figureContent(figure: Element): Node[] {
  const number = figure.querySelector(".figure-number")?.textContent?.replace(/\.$/, "") ?? "";
  const caption = copyOf(figure.querySelector("figcaption"));
  caption.querySelector(".figure-number")?.remove();
  const sentence = figure.querySelector(".sentences > .now") ?? figure.querySelector(".description");
  const drawing = figure.querySelector(".canvas > *");
  const picture = document.createElement("div");
  picture.className = "card-drawing";
  picture.ariaHidden = "true"; // the sentence says it
  if (drawing instanceof SVGElement) picture.innerHTML = renamed(drawing);
  else if (drawing) picture.append(drawing.cloneNode(true));
  // What is drawn is seen, and read to those who do not see it.
  const instead = copyOf(sentence);
  instead.className = "unseen";
  return [made("p", { className: "card-kind" }, number), picture, caption, instead];
}

function renamed(drawing: SVGElement): string {
  const copy = drawing.cloneNode(true) as SVGElement;
  copy.querySelector(".point-ring")?.remove();
  delete copy.dataset.marks;
  return copy.outerHTML.replace(/(\sid="|url\(&quot;#|url\(#|href="#)/g, "$1card-");
}

/** Its content, without links and names: the card's link leads there. */
function copyOf(element: Element | null): HTMLElement {
  const copy = document.createElement("p");
  if (element) copy.append(...element.cloneNode(true).childNodes);
  for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes);
  for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
  for (const note of copy.querySelectorAll(".margin-note, .note-mark, .folded-note")) note.remove();
  return copy;
}
