import type { Node } from "../copy/tree.ts";

/** Signs with relatives that a keyboard has, and what is not seen. */
const plainSigns: Readonly<Record<string, string>> = {
  ...{
    "∣": "|",
    "∥": "‖",
    "⋅": "·",
    "∼": "~",
    "′": "'",
    "\u2061": "",
    "\u2062": "",
    "\u2063": "",
    "\u2064": "",
  },
};

/** A formula's MathML as a line one could type: `c_4`, `2N(1−1/N)`, `|V|`. */
export function mathText(node: Node): string {
  if (typeof node === "string") return node.trim();
  const parts = node.children.filter((child) => typeof child !== "string" || child.trim() !== "");
  const all = (): string => parts.map(mathText).join("");
  const [first = "", second = "", third = ""] = parts;
  switch (node.tag) {
    case "annotation":
      return "";
    case "mi":
    case "mo":
      return spaced(all());
    case "mspace":
      return " ";
    case "mtext":
      return node.children.map((child) => (typeof child === "string" ? child : mathText(child))).join("");
    case "mfrac":
      return `${held(first)}/${held(second)}`;
    case "msqrt":
      return `√${held({ ...node, tag: "mrow" })}`;
    case "msub":
    case "munder":
      return `${mathText(first)}_${held(second)}`;
    case "msup":
      return raised(first, second);
    case "mover":
      // Hats, bars and arrows are left out: who looks for the letter does not type them.
      return /^[\p{L}\p{N}√|]/u.test(mathText(second)) ? raised(first, second) : mathText(first);
    case "msubsup":
    case "munderover":
      return `${mathText(first)}_${held(second)}^${held(third)}`;
    case "mtr":
      return `${parts.map(mathText).join(" ")} `;
    default:
      return all();
  }
}

const raised = (base: Node, power: Node): string => {
  const text = mathText(power);
  return text === "'" ? `${mathText(base)}'` : `${mathText(base)}^${held(power)}`;
};

/** In brackets, if it is more than a name or a number. */
function held(node: Node): string {
  const text = mathText(node).trim();
  return /^(?:[\p{L}\p{N}.]*|\*|\(.*\))$/u.test(text) ? text : `(${text})`;
}

function spaced(sign: string): string {
  const plain = plainSigns[sign] ?? sign;
  if (plain === ",") return ", ";
  return /^(?:[=<>≤≥≈≠~∈→⟶≔∝]|:=)$/.test(plain) ? ` ${plain} ` : plain;
}
