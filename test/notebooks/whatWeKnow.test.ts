// "What we know" says nothing that no claim carries.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { readNotebook } from "../../kernel/notebook/readNotebook.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const source = readFileSync(`${root}book/pages/what-we-know.md`, "utf8");
const sections = source.split(/^## /m).slice(1);

/** The paragraphs of a section, each as a line. */
const paragraphsOf = (section: string): string[] =>
  section
    .split(/\n\n+/)
    .slice(1)
    .map((text) => text.replace(/\s+/g, " ").trim())
    .filter((text) => text !== "");

/** A full stop in a number or a link ends no sentence. */
const sentencesOf = (paragraph: string): string[] => paragraph.split(/(?<=[.?!]["”)]?) (?=[A-Z“(])/);

const leadsTo = /\]\((\d\d-[\w-]+\.ipynb)#cell-([\w-]+)\)/g;

for (const section of sections) {
  const title = section.split("\n", 1)[0] ?? "";
  const paragraphs = paragraphsOf(section);
  const open = paragraphs.filter((text) => text.startsWith("**Not known.**"));

  test(`${title} What is not known stands beside it`, () => assert.equal(open.length, 1));

  for (const sentence of paragraphs.filter((text) => !open.includes(text)).flatMap(sentencesOf)) {
    test(`${title} A claim carries: ${sentence.replace(/\]\([^)]*\)/g, "]").slice(0, 60)}`, async () => {
      const links = [...sentence.matchAll(leadsTo)];
      assert.ok(links.length > 0, `no claim carries "${sentence}"`);
      for (const [, file = "", id = ""] of links) {
        assert.ok(existsSync(`${root}notebooks/${file}`), `${file} is no chapter`);
        const cell = (await readNotebook(`${root}notebooks/${file}`)).cells.find((each) => each.id === id);
        assert.ok(cell?.cell_type === "code", `${file} has no code cell ${id}`);
        assert.match(cell.source, /\bclaim\w*\(/, `cell ${id} of ${file} claims nothing`);
      }
    });
  }
}

test("there is something that we know, on two pages at most", () => {
  assert.ok(sections.length > 0);
  const words = source.replace(/\]\([^)]*\)/g, "]").split(/\s+/).length;
  assert.ok(words <= 1100, `two pages hold 1100 words, got ${words}`);
});
