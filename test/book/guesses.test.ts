/** Guesses before figures: written down, kept on the device, shown beside the figure, deleted. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { BothBrowsers } from "../tools/bothBrowsers.ts";
import { TestBrowser } from "../tools/testBrowser.ts";
import { exercisesChapter, exercisesSolutions } from "./fixtures/exercisesChapter.ts";
import { accessibilityFaults } from "./tools/accessibilityFaults.ts";
import { type LiveSite, liveSite } from "./tools/liveSite.ts";

const browser = new TestBrowser();
const browsers = new BothBrowsers();
const { open } = browser;
let site: LiveSite;
before(async () => {
  site = await liveSite(undefined, { chapter: exercisesChapter(), solutions: exercisesSolutions });
});
after(async () => {
  await browser.close();
  await browsers.close();
  await site?.[Symbol.asyncDispose]();
});

const block = (page: Page, id: string): Locator => page.locator(`[data-guess="${id}"]`);
const drawing = (page: Page): Locator => page.locator("#fig-chart .drawing");
const beside = (page: Page): Promise<string> => page.locator("#fig-chart .guess-kept").innerText();

for (const place of ["file", "http"] as const)
  test(`a guess covers its figure until it is kept, stays beside it, and goes when it is deleted, by ${place}`, async (t) => {
    await open(t, site.at(place), {}, async (page) => {
      assert.equal(await drawing(page).isVisible(), true, "nothing is covered unasked");
      const own = block(page, "guess-chart");
      await own.locator(".guess-open").click();
      assert.equal(await drawing(page).isVisible(), false);
      assert.equal(
        await page.locator("#fig-chart figcaption").isVisible(),
        false,
        "nor does its caption tell",
      );
      await own.locator("textarea").fill("   ");
      await own.locator(".keep").click();
      assert.equal(await drawing(page).isVisible(), false, "nothing is no guess");
      await own.locator("textarea").fill("It falls.\n<b>Fast</b>");
      await own.locator(".keep").click();
      assert.equal(await drawing(page).isVisible(), true);
      assert.equal(await beside(page), "You guessed: It falls.\n<b>Fast</b>");
      await page.reload();
      await page.locator("#fig-chart .guess-kept", { hasText: "It falls" }).waitFor(); // its program comes later
      assert.equal(await beside(page), "You guessed: It falls.\n<b>Fast</b>");
      assert.equal(
        await own.locator(".guess .guess-kept").innerText(),
        "You guessed: It falls.\n<b>Fast</b>",
      );
      await own.locator(".guess-open").click();
      assert.equal(await drawing(page).isVisible(), true, "who has seen it need not be kept from it");
      await own.locator("textarea").fill("It rises.");
      await own.locator(".keep").click();
      assert.equal(await beside(page), "You guessed: It rises.");
      await page.goto(site.home(place));
      await page.locator(".forget-all").waitFor();
      await page.goto(site.at(place));
      await own.locator(".guess-delete").click();
      await page.reload();
      await own.locator(".guess-open").waitFor();
      assert.equal(await beside(page), "");
      assert.equal(await page.evaluate("localStorage.length"), 0);
    });
  });

/** Writes a guess as a reader does, in whatever browser: what is seen meanwhile, and in the end. */
const guessed = `(async () => {
  const block = document.querySelector('[data-guess="guess-chart"]');
  block.scrollIntoView();
  while (!block.querySelector(".guess-open")) await new Promise((done) => setTimeout(done, 10));
  const drawing = document.querySelector("#fig-chart .drawing");
  const isSeen = () => getComputedStyle(drawing).visibility;
  block.querySelector(".guess-open").click();
  const meanwhile = isSeen();
  block.querySelector("textarea").value = "down";
  block.querySelector(".keep").click();
  return [meanwhile, isSeen(), document.querySelector("#fig-chart .guess-kept").textContent];
})()`;
for (const { name, open } of browsers)
  for (const place of ["file", "http"] as const)
    test(`a guess covers and uncovers its figure in ${name}, by ${place}`, async (t) => {
      await open(t, site.at(place), async (page) => {
        assert.deepEqual(await page.evaluate(guessed), ["hidden", "visible", "You guessed: down"]);
      });
    });

test("a guess about what is computed has no figure to cover, and a cover can be lifted without a guess", async (t) => {
  await open(t, site.at("file"), {}, async (page) => {
    await block(page, "guess-double").locator(".guess-open").click();
    assert.equal(await drawing(page).isVisible(), true);
    await block(page, "guess-double").locator("textarea").fill("4");
    await block(page, "guess-double").locator(".keep").click();
    assert.equal(await block(page, "guess-double").locator(".guess-kept").innerText(), "You guessed: 4");
    assert.equal(await beside(page), "");
    const own = block(page, "guess-chart");
    await own.locator(".guess-open").click();
    await page.locator(".figure-cover .reveal").click();
    assert.equal(await drawing(page).isVisible(), true);
    assert.equal(await own.locator("textarea").isVisible(), true);
    await own.locator(".guess-open").click();
    assert.equal(await own.locator("textarea").isVisible(), false);
    await own.locator(".guess-open").click();
    assert.equal(await drawing(page).isVisible(), false);
    await page.emulateMedia({ media: "print" });
    assert.equal(await drawing(page).isVisible(), true, "paper has no buttons");
    assert.equal(
      await page.locator(".guess button:visible, .guess textarea:visible, .figure-cover:visible").count(),
      0,
    );
  });
});

test("the keyboard opens, writes, keeps and deletes a guess", async (t) => {
  await open(t, site.at("file"), {}, async (page) => {
    const focused = (): Promise<unknown> => page.evaluate("document.activeElement.textContent");
    await page.locator(".guess-open").first().waitFor();
    for (let stops = 0; stops < 40 && (await focused()) !== "Write down my guess"; stops += 1)
      await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    assert.equal(
      await page.evaluate("document.activeElement.closest('[data-guess]').dataset.guess"),
      "guess-chart",
    );
    await page.keyboard.press("Enter");
    await page.keyboard.type("down");
    await page.keyboard.press("Tab");
    assert.equal(await focused(), "Keep it and show the figure");
    await page.keyboard.press("Enter");
    assert.equal(await beside(page), "You guessed: down");
    assert.equal(await focused(), "Change it");
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(), "Delete it");
    await page.keyboard.press("Enter");
    assert.equal(await focused(), "Write down my guess");
    assert.equal(await beside(page), "");
  });
});

test("without scripts nothing asks, and the figure is there", async (t) => {
  await open(t, site.at("file"), { javaScriptEnabled: false }, async (page) => {
    assert.equal(await page.locator(".guess").count(), 0);
    assert.equal(await drawing(page).isVisible(), true);
  });
});

for (const colorScheme of ["light", "dark"] as const)
  for (const width of [390, 1280])
    test(`nothing is in the way of anybody, guessing and having guessed, ${colorScheme}, ${width} px`, async (t) => {
      await open(t, site.at("http"), { colorScheme, viewport: { width, height: 900 } }, async (page) => {
        await block(page, "guess-chart").locator(".guess-open").click();
        assert.deepEqual(await accessibilityFaults(page), []);
        await block(page, "guess-chart")
          .locator("textarea")
          .fill(`down ${"and".repeat(100)}`);
        await block(page, "guess-chart").locator(".keep").click();
        assert.deepEqual(await accessibilityFaults(page), []);
        assert.equal(await page.evaluate("document.documentElement.scrollWidth > innerWidth"), false);
      });
    });
