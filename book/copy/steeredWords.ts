import { type Element, element, elementsIn, hasClass, textOf } from "./tree.ts";

/**
 * What stands where the sliders of a figure are: their words, and that they move elsewhere.
 *
 * @param onSite where the page is on the web, if it is
 */
export function steeredWords(found: Element, onSite: string | undefined): Element {
  const settings = [...elementsIn([found])]
    .filter((each) => hasClass(each, "setting"))
    .map(({ children }) =>
      children
        .map((child) => textOf([child]).trim())
        .filter(Boolean)
        .join(": "),
    );
  const words = "on the book’s site";
  const where = onSite === undefined ? words : element("a", { href: onSite }, words);
  return element(
    "p",
    { class: "setting" },
    `Drawn for ${settings.join("; ")}. The figure can be moved `,
    where,
    ".",
  );
}
