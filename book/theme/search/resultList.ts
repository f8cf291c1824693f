import type { Find } from "../../search/find.ts";
import { literalText } from "../../search/literalText.ts";
import type { SearchBook } from "../../search/searchBook.ts";
import type { Kind } from "../../search/section.ts";
import { type Run, snippet } from "../../search/snippet.ts";
import { soughtIn } from "../../search/sought.ts";
import { made } from "./made.ts";
import type { ResultGroup } from "./resultGroups.ts";

const names: Readonly<Record<Kind, string>> = {
  ...{ text: "Text", figure: "Figure", claim: "Claim", exercise: "Exercise", code: "Code" },
  ...{ reference: "Reference", word: "Glossary", letter: "Notation", work: "Work" },
};

/** The groups as what a list box holds. Each find is a link, so that it opens as links do: here, or in a tab of its own. */
export function resultList(
  book: SearchBook,
  groups: readonly ResultGroup[],
  question: string,
  root: string,
): HTMLElement[] {
  const sought = soughtIn(question);
  const literal = literalText(question);
  let count = 0;
  return groups.map(({ page, finds, more }, index) => {
    const name = made("p", { className: "search-page", id: `search-page-${index}`, role: "presentation" });
    if (page.label) name.append(made("span", { className: "search-label" }, page.label), " ");
    name.append(page.title);
    if (more > 0) name.append(" ", made("span", { className: "search-more" }, `and ${more} more`));
    const group = made("div", { role: "group" });
    group.setAttribute("aria-labelledby", name.id);
    group.append(name);
    for (const find of finds) {
      const option = made("a", {
        role: "option",
        className: "search-find",
        id: `search-find-${count}`,
        tabIndex: -1,
      });
      option.href = address(find, question, root);
      option.ariaSelected = "false";
      option.append(
        made("span", { className: "search-title" }, ...titleOf(find)),
        made("span", { className: "search-kind" }, names[find.section.kind]),
        made(
          "span",
          { className: "search-text" },
          ...shown(snippet(find.section.text, book.words(find.place), sought, find.isLiteral ? literal : "")),
        ),
      );
      group.append(option);
      count += 1;
    }
    return group;
  });
}

/** The head of a page has the page's title, which stands above it. */
const titleOf = ({ section, page }: Find): string[] => [
  section.anchor === "" && section.title === page.title ? "Start of the page" : section.title,
];

const address = ({ page, section }: Find, question: string, root: string): string =>
  `${root}${page.page}?${new URLSearchParams({ find: question })}${section.anchor ? `#${section.anchor}` : ""}`;

const shown = (runs: readonly Run[]): (string | HTMLElement)[] =>
  runs.map(({ text, isMarked }) => (isMarked ? made("mark", {}, text) : text));
