// The points of a picture that the page has computed, and not the build.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { TestBrowser } from "../tools/testBrowser.ts";
import { steeredLiveChapter } from "./fixtures/steeredLiveChapter.ts";
import { type LiveSite, liveSite } from "./tools/liveSite.ts";

const browser = new TestBrowser();
let site: LiveSite;
before(async () => {
  site = await liveSite(undefined, { chapter: steeredLiveChapter(), solutions: "", withHeaders: true });
});
after(async () => {
  await browser.close();
  await site?.[Symbol.asyncDispose]();
});

for (const place of ["file", "http"] as const)
  test(`over ${place}:// the points are those of the live picture, and of the book's where the reader goes back`, async (t) => {
    await browser.open(t, site.at(place), {}, async (page) => {
      const figure = page.locator("#fig-falls");
      const first = async (): Promise<string> => {
        await figure.locator(".data > summary").focus();
        await figure.locator(".points-hint").waitFor();
        await page.keyboard.press("ArrowRight");
        await figure.locator(".canvas:focus").waitFor();
        const said = (await page.locator(".points-told").textContent()) ?? "";
        assert.equal(await figure.locator(".point-ring").count(), 1);
        await page.keyboard.press("Escape");
        return said;
      };
      assert.match(await first(), /^(?=.*error 30)(?=.*generation 0).*; point 1 of 3/);
      const slider = figure.getByRole("slider").first();
      await slider.focus();
      await page.keyboard.press("ArrowRight");
      await figure.locator(".description.now", { hasText: "37" }).waitFor();
      assert.match(await first(), /^(?=.*error 37)(?=.*generation 0).*; point 1 of 3/);
      await slider.focus();
      await page.keyboard.press("PageUp");
      await figure.locator(".description.now", { hasText: "100" }).waitFor();
      assert.match(await first(), /^(?=.*error 100)(?=.*generation 0).*; point 1 of 3/);
      assert.deepEqual(site.refused, []);
    });
  });
