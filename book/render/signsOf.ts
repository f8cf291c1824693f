/** An element of MathML, or a text in it. */
interface Node {
  readonly name: string;
  readonly variant: string;
  text: string;
  readonly children: Node[];
}

/** A letter of a formula. */
export interface Letter {
  /** How a notation table may name it, the exact name first: `c_4`, then `c`. */
  readonly names: readonly string[];
  /** Letters in its index: they count if the table knows the letter without it only. */
  readonly index: readonly Letter[];
}

/**
 * The letters of a drawn formula. Letters of another alphabet of mathematics, such as the double-struck E, keep its
 * name. Names of functions, numbers and words are no letters.
 *
 * @param html what KaTeX drew: it carries the formula as MathML
 */
export function signsOf(html: string): Letter[] {
  const math = /<math[\s\S]*?<\/math>/.exec(html)?.[0].replace(/<annotation[\s\S]*?<\/annotation>/, "") ?? "";
  const found: Letter[] = [];
  visit(parsed(math), found);
  return found;
}

function visit(node: Node, found: Letter[]): void {
  const [first, second] = node.children;
  const base = first && letterOf(first);
  if (/^msub(sup)?$/.test(node.name) && first && second && base) {
    const index: Letter[] = [];
    visit(second, index);
    found.push({ names: [`${base}_${textOf(second)}`, base], index });
    for (const child of node.children.slice(2)) visit(child, found);
    return;
  }
  const letter = node.name === "mi" && letterOf(node);
  if (letter) found.push({ names: [letter], index: [] });
  for (const child of node.children) visit(child, found);
}

/** The one letter that a node shows, with or without an accent. */
function letterOf(node: Node): string | undefined {
  if (node.name === "mi") {
    if (!/^\p{L}$/u.test(node.text)) return undefined;
    return node.variant && node.variant !== "normal" ? `${node.variant} ${node.text}` : node.text;
  }
  const [first] = node.children;
  const wraps = node.name === "mover" || (node.name === "mrow" && node.children.length === 1);
  return wraps && first ? letterOf(first) : undefined;
}

const textOf = (node: Node): string => node.text + node.children.map(textOf).join("");

/** KaTeX writes every tag in full, so that a stack is enough. */
function parsed(mathml: string): Node {
  const root: Node = { name: "", variant: "", text: "", children: [] };
  const open = [root];
  for (const [, closing, name, attributes, text] of mathml.matchAll(/<(\/?)(\w+)([^>]*)>|([^<]+)/g)) {
    const here = open.at(-1) ?? root;
    if (text !== undefined) here.text += text;
    else if (closing) open.pop();
    else {
      const variant = /mathvariant="([^"]+)"/.exec(attributes ?? "")?.[1] ?? "";
      const node: Node = { name: name ?? "", variant, text: "", children: [] };
      here.children.push(node);
      if (!attributes?.endsWith("/")) open.push(node);
    }
  }
  return root;
}
