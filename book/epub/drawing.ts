import { type Element, rewrite } from "../copy/tree.ts";

const inWords = /var\(--([\w-]+)\)/g;

/**
 * A figure in the colours of the day: readers' programs do not know the theme's names for them.
 *
 * @param sources the colours by name, and what keeps pictures inside the drawing
 * @throws {Error} naming a colour that the theme does not have
 */
export function drawing(
  svg: Element,
  sources: { readonly colours: ReadonlyMap<string, string>; keepImage(address: string): string },
): Element {
  const colour = (whole: string, name: string): string => {
    const value = sources.colours.get(name);
    if (value === undefined) throw new Error(`${whole} is no colour of the theme`);
    return value;
  };
  const [drawn] = rewrite([svg], (found) => {
    const attributes = Object.entries(found.attributes).map(([name, value]) => {
      const isPicture = found.tag === "image" && name.endsWith("href") && value.startsWith("data:");
      return [name, isPicture ? sources.keepImage(value) : value.replace(inWords, colour)] as const;
    });
    return { ...found, attributes: Object.fromEntries(attributes) };
  });
  const { style: _, ...own } = (drawn as Element).attributes;
  const spaces = { xmlns: "http://www.w3.org/2000/svg", "xmlns:xlink": "http://www.w3.org/1999/xlink" };
  return { ...(drawn as Element), attributes: { ...spaces, ...own } };
}
