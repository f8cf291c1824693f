import { type Element, element, hasClass, isElement, type Node, rewrite, textOf } from "../copy/tree.ts";
import { writeHtml } from "../copy/writeHtml.ts";

/** What a card says of a place: what the place is, and its text as HTML. */
export type Card = readonly [kind: string, html: string];

/** What is a control, stands in the margin, or leads elsewhere. */
const left = ["cited-in", "margin-note", "note-mark", "folded-note", "figure-number", "difficulty", "copy"];
const shownLines = 8;

/**
 * Cards of a page's places, taken from what its reader sees: a word with its meaning, a work, a figure's caption and sentence, a
 * claim, an exercise's task, a heading and what follows it, the code of a cell.
 *
 * @param anchors of the places that something links to
 */
export function pageCards(body: readonly Node[], anchors: ReadonlySet<string>): Map<string, Card> {
  const cards = new Map<string, Card>();
  const walk = (siblings: readonly Node[], claim: Element | undefined): void => {
    for (const [at, node] of siblings.entries()) {
      if (!isElement(node)) continue;
      const { id = "" } = node.attributes;
      const around = hasClass(node, "claim") ? node : claim;
      const made = id !== "" && anchors.has(id) && cardOf(node, siblings.slice(at + 1), around);
      if (made) cards.set(id, made);
      walk(node.children, around);
    }
  };
  walk(body, undefined);
  return cards;
}

function cardOf(node: Element, after: readonly Node[], claim: Element | undefined): Card | undefined {
  const { tag, children } = node;
  if (claim) return claimCard(claim);
  if (tag === "figure") return figureCard(node);
  if (tag === "dt") return ["Glossary", titled(textOf(children), firstOf(after, "dd")?.children ?? [])];
  if (tag === "li") return ["Bibliography", html([element("p", {}, ...children)])];
  if (tag === "tr") return letterCard(node);
  if (hasClass(node, "exercise")) return exerciseCard(node);
  if (hasClass(node, "cell")) return codeCard(node);
  return /^h[1-4]$/.test(tag) ? headingCard(node, after) : undefined;
}

function claimCard(claim: Element): Card | undefined {
  const sentence = within(claim, (each) => hasClass(each, "claim-sentence"));
  const facts = within(claim, ({ tag }) => tag === "dl");
  return sentence && ["Verified claim", html(facts ? [sentence, facts] : [sentence])];
}

function figureCard(figure: Element): Card | undefined {
  const number = within(figure, (each) => hasClass(each, "figure-number"));
  const caption = within(figure, ({ tag }) => tag === "figcaption");
  const sentences = within(figure, (each) => hasClass(each, "sentences")) ?? figure;
  const sentence =
    within(sentences, (each) => hasClass(each, "description") && hasClass(each, "now")) ??
    within(sentences, (each) => hasClass(each, "description"));
  const parts = [
    ...(caption ? [element("p", {}, ...caption.children)] : []),
    ...(sentence ? [element("p", { class: "description" }, ...sentence.children)] : []),
  ];
  return number && [textOf(number.children).replace(/\.$/, ""), html(parts)];
}

function letterCard({ children }: Element): Card {
  const cells = children.filter(isElement);
  return [
    "Notation",
    html([element("p", {}, ...(cells[0]?.children ?? []), ": ", ...(cells[1]?.children ?? []))]),
  ];
}

function exerciseCard(exercise: Element): Card {
  const heading = within(exercise, ({ tag }) => tag === "h3");
  const number = textOf(
    heading ? (within(heading, (each) => hasClass(each, "exercise-number"))?.children ?? []) : [],
  );
  const task = exercise.children.find(
    (child): child is Element => isElement(child) && child.tag === "p" && !hasClass(child, ...left),
  );
  const title = textOf(heading?.children ?? []).replace(number, "");
  return [number, titled(title, task?.children ?? [])];
}

function codeCard(cell: Element): Card | undefined {
  const code = within(cell, ({ tag }) => tag === "code");
  if (!code) return undefined;
  const lines = textOf(code.children).trimEnd().split("\n");
  const shown = lines.length > shownLines ? [...lines.slice(0, shownLines), "…"] : lines;
  return ["Code", html([element("pre", {}, shown.join("\n"))])];
}

/** A heading and the first sentences below it, if there are some before the next. */
function headingCard({ children }: Element, after: readonly Node[]): Card {
  const below = after.filter(isElement);
  const end = below.findIndex(({ tag }) => /^h[1-4]$/.test(tag));
  const text = below.slice(0, end < 0 ? below.length : end).find(({ tag }) => tag === "p");
  return ["", titled(textOf(children), ended(text?.children ?? []))];
}

/** Where a formula of its own line follows, the text breaks off. */
const ended = (text: readonly Node[]): readonly Node[] =>
  text.map((node, at) =>
    at === text.length - 1 && !isElement(node) ? node.replace(/[,:]\s*$/, " …") : node,
  );

const titled = (title: string, text: readonly Node[]): string =>
  html([
    element("p", { class: "card-title" }, title.trim()),
    ...(text.length > 0 ? [element("p", {}, ...text)] : []),
  ]);

const firstOf = (nodes: readonly Node[], tag: string): Element | undefined =>
  nodes.find((node): node is Element => isElement(node) && node.tag === tag);

function within(around: Element, is: (each: Element) => boolean): Element | undefined {
  for (const child of around.children) {
    if (!isElement(child)) continue;
    const found = is(child) ? child : within(child, is);
    if (found) return found;
  }
  return undefined;
}

/** A card leads nowhere and has no names of its own: its link leads there. */
function html(nodes: readonly Node[]): string {
  const plain = rewrite(nodes, (each) => {
    if (hasClass(each, ...left) || /^(?:button|svg|details)$/.test(each.tag)) return [];
    if (each.tag === "a") return each.children;
    const { id, tabindex, title, ...attributes } = each.attributes;
    return { ...each, attributes };
  });
  return writeHtml(plain).trim();
}
