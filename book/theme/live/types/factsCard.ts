import type { NameFacts } from "../../../../kernel/check/cellLanguage.ts";

/**
 * What is known of a name, to be read.
 *
 * @param isShort whether its first paragraph is enough: beside a list there is no way to scroll
 */
export function factsCard({ signature, documentation }: NameFacts, isShort = false): HTMLElement {
  const card = document.createElement("div");
  card.className = "type-facts";
  if (!isShort) card.tabIndex = 0; // a long one scrolls
  const code = document.createElement("code");
  // What brings a name here is no news to who reads it.
  code.textContent = signature.replace(/^\(alias\) /, "").replace(/\nimport [^\n]*$/, "");
  card.append(code);
  const paragraphs = documentation.split(/\n{2,}/).filter((text) => text.trim() !== "");
  for (const text of isShort ? paragraphs.slice(0, 1) : paragraphs) {
    const line = document.createElement("p");
    line.textContent = text.replace(/\n(?![-*\s])/g, " "); // lines were broken for the source
    card.append(line);
  }
  return card;
}
