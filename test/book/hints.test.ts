/** Hints of exercises in their page. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { TestBrowser } from "../tools/testBrowser.ts";
import { exercisesChapter, exercisesSolutions } from "./fixtures/exercisesChapter.ts";
import { type LiveSite, liveSite } from "./tools/liveSite.ts";

const browser = new TestBrowser();
const { open } = browser;
let site: LiveSite;
before(async () => {
  site = await liveSite(undefined, { chapter: exercisesChapter(), solutions: exercisesSolutions });
});
after(async () => {
  await browser.close();
  await site?.[Symbol.asyncDispose]();
});

/** What exercises need has come: it is loaded as the first of them is near. */
const ready = async (page: Page): Promise<void> => {
  await page.locator("#ex-sum").scrollIntoViewIfNeeded();
  await page.locator(".answers").waitFor();
};

test("hints open one by one; on paper, and without scripts, all are there", async (t) => {
  await open(t, site.at("file"), {}, async (page) => {
    await ready(page);
    const hints = page.locator("#ex-sum .hint");
    assert.equal(await hints.count(), 3, "one is put together while the check runs");
    const shown = async (): Promise<boolean[]> =>
      Promise.all((await hints.all()).map((each) => each.isVisible()));
    assert.deepEqual(await shown(), [true, false, false]);
    await hints.nth(0).locator("summary").focus();
    await page.keyboard.press("Enter");
    assert.equal(
      await hints.nth(0).locator("p").innerText(),
      "For the test “one and two”: put them together",
    );
    assert.deepEqual(await shown(), [true, true, false]);
    await hints.nth(1).locator("summary").click();
    await hints.nth(0).locator("summary").click();
    assert.deepEqual(await shown(), [true, true, true], "one that is closed again was read");
    assert.match(await hints.nth(2).innerText(), /^Hint 3 of 3/);
    assert.equal(await page.locator("#ex-half .hint").count(), 0);
  });
  await open(t, site.at("file"), {}, async (page) => {
    await ready(page);
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".hint:visible").count(), 3);
  });
  await open(t, site.at("file"), { javaScriptEnabled: false }, async (page) => {
    assert.equal(await page.locator(".hint:visible").count(), 3);
    assert.equal(await page.locator(".answers").count(), 0);
  });
});
