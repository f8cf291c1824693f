import { isElement, type Node } from "./tree.ts";

/** A tree as XML. */
export function writeXml(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (!isElement(node)) return escapeXml(node);
      const { tag, attributes, children } = node;
      const own = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeXml(value, true)}"`);
      const head = `<${tag}${own.join("")}`;
      return children.length > 0 ? `${head}>${writeXml(children)}</${tag}>` : `${head}/>`;
    })
    .join("");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what XML must not hold is what is looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function escapeXml(text: string, inAttribute = false): string {
  const safe = text.replace(forbidden, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  return inAttribute ? safe.replace(/"/g, "&quot;").replace(/\n/g, "&#10;") : safe;
}
