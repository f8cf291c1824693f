import { type Element, element, elementsIn, hasClass, type Node, rewrite, textOf } from "./tree.ts";

/**
 * Where nothing folds, a solution below its task would be read before the task is tried: solutions go to the end of the
 * chapter, and a link stands in their place.
 */
export function solutionsLast(nodes: readonly Node[]): Node[] {
  const moved: Element[] = [];
  const left = rewrite(nodes, (section) => {
    if (!hasClass(section, "exercise")) return section;
    const solution = section.children.find(
      (child) => typeof child !== "string" && hasClass(child, "solution"),
    );
    if (solution === undefined || typeof solution === "string") return section;
    const id = `solution-${section.attributes.id}`;
    const heading = [...elementsIn(section.children)].find(({ tag }) => tag === "h3");
    const name = textOf(heading?.children ?? []).trim();
    const [, ...body] = solution.children.filter((child) => typeof child !== "string");
    const title = element("h3", {}, element("a", { href: `#${section.attributes.id}` }, name));
    moved.push(element("section", { class: "solution", id }, title, ...body));
    const link = element(
      "p",
      { class: "to-solution" },
      element("a", { href: `#${id}` }, "Solution, at the end of the chapter"),
    );
    return { ...section, children: section.children.map((child) => (child === solution ? link : child)) };
  });
  if (moved.length === 0) return left;
  const all = element(
    "section",
    { class: "solutions" },
    element("h2", { id: "solutions" }, "Solutions"),
    ...moved,
  );
  return rewrite(left, (article) => {
    if (article.tag !== "article") return article;
    const references = article.children.findIndex(
      (child) => typeof child !== "string" && hasClass(child, "references"),
    );
    const at = references < 0 ? article.children.length : references;
    return { ...article, children: article.children.toSpliced(at, 0, all) };
  });
}
