/** In a page's editor: names that fit, what is known of them, and what TypeScript has against a cell. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { BothBrowsers } from "../tools/bothBrowsers.ts";
import { TestBrowser } from "../tools/testBrowser.ts";
import { accessibilityFaults } from "./tools/accessibilityFaults.ts";
import { code, notebookOf, prose } from "./tools/cells.ts";
import { type LiveSite, liveSite } from "./tools/liveSite.ts";
import { edit } from "./tools/liveSteps.ts";

const chapter = notebookOf(
  prose("title", "# A photocopy of a photocopy\n\nCells that a reader changes."),
  code("setup", '// Tools\nimport { mean } from "generation-loss";', [], { role: "setup" }),
  code(
    "first",
    "/** Sizes of the copies, in rows. */\nconst sizes = [10, 20, 30];\nfunction grown(by: number): number[] {\n  return sizes.map((size) => size * by);\n}",
  ),
  code("uses", "mean(grown(2))"),
);

const browser = new TestBrowser();
const browsers = new BothBrowsers();
const { open } = browser;
let site: LiveSite;
/** No policy stands there between a page and what examines it. */
let plain: LiveSite;
before(async () => {
  plain = await liveSite(undefined, { chapter, solutions: "" });
  site = await liveSite(undefined, { chapter, solutions: "", withHeaders: true });
});
after(async () => {
  await browser.close();
  await browsers.close();
  await plain?.[Symbol.asyncDispose]();
  await site?.[Symbol.asyncDispose]();
});

const unfold = "for (const fold of document.querySelectorAll('details')) fold.open = true";
const notes = (page: Page) => page.locator("#cell-uses .type-notes");
const says = (page: Page, words: RegExp) =>
  notes(page).locator("p", { hasText: words }).waitFor({ timeout: 60_000 });
/** The middle of a word in the cell's editor, in pixels. */
const whereIs = (word: string): string => `(() => {
  const texts = document.createTreeWalker(document.querySelector("#cell-uses .cm-content"), NodeFilter.SHOW_TEXT);
  while (!texts.nextNode().data.includes("${word}"));
  const range = document.createRange();
  const at = texts.currentNode.data.indexOf("${word}");
  range.setStart(texts.currentNode, at);
  range.setEnd(texts.currentNode, at + ${word.length});
  const { left, width, top, height } = range.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
})()`;
/** Puts a text in the cell's editor, whose types are there. */
const typed = async (page: Page, text: string): Promise<void> => {
  await page.evaluate(unfold);
  await edit(page, "uses", "mean(grown(2))");
  await says(page, /^Types: nothing against it\.$/);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.type(text);
};

for (const { name, open } of browsers)
  for (const place of ["file", "http"] as const)
    test(`a mistake is told in ${name}, by ${place}, and the cell above counts as the reader has it`, async (t) => {
      await open(t, site.at(place), async (page) => {
        const told = await page.evaluate(`(async () => {
          ${unfold};
          const cell = document.querySelector("#cell-uses");
          const seen = [];
          const until = async (words) => {
            const status = () => cell.querySelector(".type-notes p")?.textContent ?? "";
            for (let at = 0; at < 2400 && !words.test(status()); at += 1) await new Promise((done) => setTimeout(done, 25));
            seen.push(status(), ...[...cell.querySelectorAll(".type-notes li")].map((each) => each.textContent));
          };
          const put = (id, text) => {
            const content = document.querySelector("#cell-" + id + " .cm-content");
            content.focus();
            getSelection().selectAllChildren(content);
            document.execCommand("insertText", false, text);
          };
          cell.querySelector(".edit").click();
          await until(/nothing/);
          put("uses", "mean(grown('2'))");
          await until(/to look at/);
          document.querySelector("#cell-first .edit").click();
          for (let at = 0; at < 400 && !document.querySelector("#cell-first .cm-content"); at += 1)
            await new Promise((done) => setTimeout(done, 25));
          put("first", "const grown = (by: string): number[] => [by.length];");
          document.querySelector("#cell-uses .cm-content").focus();
          await until(/nothing/);
          return seen;
        })()`);
        assert.deepEqual(told, [
          "Types: nothing against it.",
          "Types: 1 thing to look at. The cell runs all the same.",
          "Line 1: Argument of type 'string' is not assignable to parameter of type 'number'.",
          "Types: nothing against it.",
        ]);
      });
      assert.deepEqual(site.refused, [], "the policies allow it");
    });

test("names that fit are offered with what is known of them: members, the library's, an earlier cell's", async (t) => {
  await open(t, plain.at("http"), {}, async (page) => {
    const list = page.locator("#cell-uses .cm-tooltip-autocomplete");
    await typed(page, "siz");
    await list.waitFor();
    assert.equal(await list.locator("li").first().innerText(), "sizes");
    // What has only just appeared takes no Enter that was meant for the text.
    await page.waitForTimeout(200);
    await page.keyboard.press("Enter");
    await page.keyboard.type(".toSor");
    await list.locator("li", { hasText: /^toSorted$/ }).waitFor();
    await list.locator(".cm-completionInfo", { hasText: "Array<number>.toSorted(" }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("mea");
    await list.locator("li", { hasText: /^mean$/ }).waitFor();
    await list.locator(".cm-completionInfo", { hasText: "function mean(" }).waitFor();
    await list.locator(".cm-completionInfo", { hasText: "Arithmetic mean" }).waitFor();
    assert.deepEqual(await accessibilityFaults(page), []);
    await page.keyboard.press("Escape");
    await list.waitFor({ state: "detached" });
    assert.equal(
      await page.evaluate("document.activeElement.className.includes('cm-content')"),
      true,
      "the list is closed, the editor is not left",
    );
    await page.keyboard.type("n(sizes).");
    await list.locator("li", { hasText: /^toFixed$/ }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.type(" + 12.");
    await page.waitForTimeout(500);
    assert.equal(await list.count(), 0, "a number's point begins no name");
  });
});

test("a pointer and F1 say what stands there; a mistake's line leads to it; axe has nothing against it", async (t) => {
  await open(t, plain.at("http"), {}, async (page) => {
    await typed(page, "const far: string = mean(sizes);");
    const facts = page.locator("#cell-uses .type-facts");
    for (let at = 0; at < 9; at += 1) await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("F1");
    await facts.waitFor();
    assert.match(await facts.innerText(), /^mean\(data: ArrayLike<number>\): number\n[\s\S]*Arithmetic mean/);
    await page.keyboard.press("Escape");
    await facts.waitFor({ state: "detached" });
    await says(page, /^Types: 1 thing to look at\. The cell runs all the same\.$/);
    await notes(page)
      .getByRole("button", { name: "Line 1: Type 'number' is not assignable to type 'string'." })
      .click();
    assert.equal(await page.evaluate("getSelection().toString()"), "far");
    const [x, y] = (await page.evaluate(whereIs("sizes"))) as [number, number];
    await page.mouse.move(x - 30, y);
    await page.mouse.move(x, y);
    await facts.waitFor();
    assert.match(await facts.innerText(), /const sizes: number\[\][\s\S]*Sizes of the copies, in rows\./);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await accessibilityFaults(page), [], colorScheme);
    }
  });
});

test("what a page does not hold is said in its words", async (t) => {
  await open(t, site.at("http"), {}, async (page) => {
    await typed(page, 'import fs from "node:fs"; import x from "lodash"; process.exit();');
    await says(page, /^Types: 3 things/);
    const lines = await notes(page).locator("li").allInnerTexts();
    assert.match(
      lines.join("\n"),
      /Line 1: Cannot import "lodash" in a page: this page holds generation-loss/,
    );
    assert.match(lines.join("\n"), /Line 1: '(?:node:)?fs' is Node's, and a page has none/);
    assert.match(
      lines.join("\n"),
      /Line 1: 'process' is Node's, and a page has none: it works where the notebook is opened in Jupyter\./,
    );
  });
});

test("who saves data is asked before a megabyte comes; the editor is there at once", async (t) => {
  await open(t, site.at("http"), {}, async (page) => {
    await page.evaluate("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })");
    await page.evaluate(unfold);
    const before = site.asked.length;
    await edit(page, "uses", "mean(1)");
    const button = notes(page).getByRole("button", { name: /^Load types and completion \(1\.\d MB\)$/ });
    await button.waitFor();
    assert.deepEqual(
      site.asked.slice(before).filter((path) => /types-worker/.test(path)),
      [],
    );
    await button.click();
    await says(page, /^Types: 1 thing/);
  });
});
