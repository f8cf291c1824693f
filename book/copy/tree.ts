/** A page, or a part of it, taken apart. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}

/** An element, or text with its signs as a reader sees them. */
export type Node = Element | string;

export const element = (
  tag: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Node[]
): Element => ({ tag, attributes, children });

export const isElement = (node: Node): node is Element => typeof node !== "string";

/** Whether an element has one of these classes. */
export function hasClass({ attributes }: Element, ...names: readonly string[]): boolean {
  const own = (attributes.class ?? "").split(/\s+/);
  return names.some((name) => own.includes(name));
}

/** All elements of a tree, each before those in it. */
export function* elementsIn(nodes: readonly Node[]): Generator<Element> {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    yield node;
    yield* elementsIn(node.children);
  }
}

/** The words of a tree. */
export const textOf = (nodes: readonly Node[]): string =>
  nodes.map((node) => (isElement(node) ? textOf(node.children) : node)).join("");

/** A tree with each element replaced by what is made of it, before what is in it: an element, several nodes, or nothing. */
export function rewrite(
  nodes: readonly Node[],
  change: (element: Element) => Element | readonly Node[],
): Node[] {
  return nodes.flatMap((node): readonly Node[] => {
    if (!isElement(node)) return [node];
    const made = change(node);
    if (!("tag" in made)) return made === node.children ? rewrite(made, change) : made;
    return [{ ...made, children: rewrite(made.children, change) }];
  });
}
