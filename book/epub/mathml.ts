import { type Element, elementsIn, type Node, rewrite, textOf } from "../copy/tree.ts";

/** The MathML of a formula, with its TeX for programs that cannot set it, and not beside it as an annotation. */
export function mathml(math: Element): Element {
  const annotation = [...elementsIn([math])].find(({ tag }) => tag === "annotation");
  const tex = annotation && textOf(annotation.children).trim();
  const children = rewrite(math.children, (found): Element | readonly Node[] => {
    if (found.tag === "annotation") return [];
    return found.tag === "semantics" ? found.children : found;
  });
  const xmlns = "http://www.w3.org/1998/Math/MathML";
  return { ...math, attributes: { ...math.attributes, xmlns, ...(tex && { alttext: tex }) }, children };
}
