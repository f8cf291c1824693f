// Controls that cells make, in a page: a hand moves them, and what stands on them runs anew.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { BothBrowsers } from "../tools/bothBrowsers.ts";
import { TestBrowser } from "../tools/testBrowser.ts";
import { controlsChapter } from "./fixtures/controlsChapter.ts";
import { accessibilityFaults } from "./tools/accessibilityFaults.ts";
import { type LiveSite, liveSite } from "./tools/liveSite.ts";
import { edit, run } from "./tools/liveSteps.ts";

const browser = new TestBrowser();
const browsers = new BothBrowsers();
const { open } = browser;
let site: LiveSite;
before(async () => {
  site = await liveSite(undefined, { chapter: controlsChapter(), solutions: "" });
});
after(async () => {
  await browser.close();
  await browsers.close();
  await site?.[Symbol.asyncDispose]();
});

const outputs = (page: Page, id: string): Locator => page.locator(`#cell-${id} .live-outputs`);
const shows = (page: Page, id: string, words: string | RegExp): Promise<void> =>
  outputs(page, id).filter({ hasText: words }).waitFor();

for (const place of ["file", "http"] as const)
  test(`over ${place}:// what stands on a control follows it, and nothing else runs`, async (t) => {
    await open(t, site.at(place), {}, async (page) => {
      assert.match((await run(page, "shown"))[0], /the same as the book/);
      assert.match((await run(page, "size"))[0], /the same as the book/);
      const slider = outputs(page, "size").getByRole("slider", { name: "M" });
      await slider.focus();
      await page.keyboard.press("ArrowRight");
      await shows(page, "shown", "result 3 for 3");
      await page.keyboard.press("End");
      await shows(page, "shown", "result 10 for 10");
      assert.equal(await page.evaluate("document.activeElement.type"), "range", "the hand stays on it");

      await run(page, "kind");
      await outputs(page, "kind").getByRole("combobox", { name: "kind" }).selectOption("squared");
      await shows(page, "shown", "result 100 for 10");
      await run(page, "more");
      await outputs(page, "more").getByRole("checkbox", { name: "one more" }).check();
      await shows(page, "shown", "result 101 for 10");
      await run(page, "offset");
      const offset = outputs(page, "offset").getByRole("spinbutton", { name: "offset" });
      await offset.fill("-1.5");
      await offset.press("Enter");
      await shows(page, "shown", "result 99.5 for 10");
      assert.equal(await outputs(page, "alone").isVisible(), false, "it stands on none");
    });
  });

for (const either of browsers)
  test(`${either.name} moves a control of a page from a folder`, (t) =>
    either.open(t, site.at("file"), async (page) => {
      await run(page, "size");
      const seen = await page.evaluate(`(async () => {
        const slider = document.querySelector("#cell-size .live-outputs input");
        slider.value = "5";
        slider.dispatchEvent(new Event("input"));
        const shown = document.querySelector("#cell-shown .live-outputs");
        while (!/for 5/.test(shown.textContent)) await new Promise((done) => setTimeout(done, 10));
        return shown.textContent.trim();
      })()`);
      assert.equal(seen, "'result 5 for 5'");
    }));

test("a stopped cell takes no control's place with it", async (t) => {
  await open(t, site.at("file"), {}, async (page) => {
    await run(page, "size");
    await outputs(page, "size").getByRole("slider").focus();
    await page.keyboard.press("End");
    await shows(page, "shown", "result 10 for 10");
    await edit(page, "alone", "for (;;);");
    await page.locator("#cell-alone .run").click();
    await page.locator("#cell-alone .stop").click();
    await page.locator("#cell-alone .live-state", { hasText: "Stopped" }).waitFor();
    assert.match((await run(page, "shown"))[1], /result 10 for 10/, "the next worker finds it there");
  });
});

test("a listener is heard below the cell that gave it", async (t) => {
  await open(t, site.at("file"), {}, async (page) => {
    await run(page, "heard");
    await outputs(page, "heard").getByRole("slider").focus();
    await page.keyboard.press("ArrowRight");
    await shows(page, "heard", "heard 1");
    await page.keyboard.press("ArrowRight");
    await shows(page, "heard", /heard 1\s+heard 2/);
    assert.equal(await outputs(page, "heard").getByRole("slider").inputValue(), "2");
  });
});

test("a cell that sets a control moves its handle", async (t) => {
  await open(t, site.at("file"), {}, async (page) => {
    await run(page, "size");
    await run(page, "set");
    await page.waitForFunction("document.querySelector('#cell-size .live-outputs input').value === '7'");
    assert.equal((await run(page, "shown"))[1], "result 7 for 7".replace(/^/, "'").replace(/$/, "'"));
  });
});

test("of quick moves the newest is followed: what was old while it ran is left out", async (t) => {
  await open(t, site.at("file"), {}, async (page) => {
    await run(page, "size");
    await run(page, "slow");
    const seen = (await page.evaluate(`(async () => {
      const seen = [];
      const place = document.querySelector("#cell-slow .live-outputs");
      new MutationObserver(() => seen.push(place.textContent)).observe(place, { childList: true, subtree: true });
      const slider = document.querySelector("#cell-size .live-outputs input");
      for (const value of [3, 4, 5, 6, 8, 9]) {
        slider.value = value;
        slider.dispatchEvent(new Event("input"));
        await new Promise((done) => setTimeout(done, 20));
      }
      while (!/slow 9/.test(place.textContent)) await new Promise((done) => setTimeout(done, 10));
      return seen;
    })()`)) as string[];
    assert.ok(seen.filter((text) => text !== "").length <= 4, seen.join(" | "));
    assert.match(seen.at(-1) ?? "", /slow 9/);
  });
});

for (const colorScheme of ["light", "dark"] as const)
  test(`controls have no accessibility fault in ${colorScheme}`, async (t) => {
    await open(t, site.at("http"), { colorScheme, viewport: { width: 390, height: 844 } }, async (page) => {
      for (const id of ["size", "kind", "more", "offset"]) await run(page, id);
      assert.deepEqual(await accessibilityFaults(page), []);
      const wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
      assert.ok(Number(wide) <= 0, `${wide} px wider than the screen`);
    });
  });
