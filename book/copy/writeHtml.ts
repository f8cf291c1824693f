import { escapeHtml } from "../render/escapeHtml.ts";
import { isElement, type Node } from "./tree.ts";

/** Elements that have no end. */
const empty = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

/** A tree as HTML again. */
export function writeHtml(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (!isElement(node)) return escapeHtml(node);
      const { tag, attributes, children } = node;
      const own = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
      const head = `<${tag}${own.join("")}>`;
      return empty.has(tag) ? head : `${head}${writeHtml(children)}</${tag}>`;
    })
    .join("");
}
