// Figures that a page computes while their reader steers them: values between those of the book, other draws.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { BothBrowsers } from "../tools/bothBrowsers.ts";
import { TestBrowser } from "../tools/testBrowser.ts";
import { steeredLiveChapter } from "./fixtures/steeredLiveChapter.ts";
import { accessibilityFaults } from "./tools/accessibilityFaults.ts";
import { type LiveSite, liveSite } from "./tools/liveSite.ts";
import { edit, run } from "./tools/liveSteps.ts";

const browser = new TestBrowser();
const browsers = new BothBrowsers();
const { open } = browser;
let site: LiveSite;
before(async () => {
  site = await liveSite(undefined, { chapter: steeredLiveChapter(), solutions: "" });
});
after(async () => {
  await browser.close();
  await browsers.close();
  await site?.[Symbol.asyncDispose]();
});

const shows = (figure: Locator, words: RegExp): Promise<void> =>
  figure.locator(".description.now", { hasText: words }).waitFor();
const told = (figure: Locator): Locator => figure.locator(".live-state");
const line = (figure: Locator): Promise<string | null> =>
  figure
    .locator("svg path[stroke='var(--accent)'], svg path[stroke='var(--blue)']")
    .first()
    .getAttribute("d");
const exact = (figure: Locator): Locator => figure.locator(".setting-exact");

for (const place of ["file", "http"] as const)
  test(`over ${place}:// a slider stops between its values, and what it shows is computed there`, async (t) => {
    await open(t, site.at(place), {}, async (page) => {
      const figure = page.locator("#fig-falls");
      const slider = figure.getByRole("slider").first();
      const box = (): Promise<unknown> =>
        page.evaluate(`(() => {
          const { width, height, top } = document.querySelector("#fig-falls svg").getBoundingClientRect();
          return JSON.stringify([width, height, top + scrollY]);
        })()`);
      const before = await box();
      await slider.focus();
      await page.keyboard.press("ArrowRight");
      await shows(figure, /37/);
      assert.equal(await told(figure).textContent(), "Computed here.");
      assert.equal(await exact(figure).inputValue(), "37");
      assert.match((await slider.getAttribute("aria-valuetext")) ?? "", /^37\. .*37/);
      assert.equal(await box(), before, "nothing moves but the data");
      assert.equal(page.url(), `${site.at(place)}?fig-falls=37&fig-falls=plain#fig-falls`);

      await exact(figure).fill("64");
      await exact(figure).press("Enter");
      await shows(figure, /64/);
      const at64 = await line(figure);
      await page.reload();
      await shows(figure, /64/);
      assert.equal(await line(figure), at64, "the address keeps it");

      await slider.focus();
      await page.keyboard.press("PageUp");
      await shows(figure, /100/);
      assert.equal(await told(figure).textContent(), "", "the book's own picture");
      const built = await line(figure);
      await page.keyboard.press("PageDown");
      await shows(figure, /30/);
      assert.notEqual(await line(figure), built);
    });
  });

for (const either of browsers)
  for (const place of ["file", "http"] as const)
    test(`${either.name} computes what lies between, over ${place}://`, (t) =>
      either.open(t, site.at(place), async (page) => {
        const seen = (await page.evaluate(`(async () => {
          const figure = document.querySelector("#fig-falls");
          const field = figure.querySelector(".setting-exact");
          field.value = "64";
          field.dispatchEvent(new Event("change"));
          const told = figure.querySelector(".live-state");
          while (!/^(Computed here|Not computed)/.test(told.textContent)) await new Promise((done) => setTimeout(done, 10));
          return [told.textContent, figure.querySelector(".description.now").textContent];
        })()`)) as string[];
        assert.equal(seen[0], "Computed here.");
        assert.match(seen[1] ?? "", /error falls from 64 to 1/);
      }));

test("at a value of the book the page computes the picture that the book has", async (t) => {
  await open(t, site.at("file"), {}, async (page) => {
    const [falls, draws] = [page.locator("#fig-falls"), page.locator("#fig-draws")];
    // All that is seen of a drawing, to a tenth of a pixel, but the names that the page gives to its parts.
    const drawing = (of: string): Promise<string> =>
      page.evaluate(`(() => {
        const copy = document.querySelector("#${of} svg").cloneNode(true);
        const drawn = [...copy.querySelectorAll("path, line, text, rect")].filter((each) =>
          each.matches("path") ? each.matches("[fill], [stroke]") && each.getAttribute("d") !== "" :
          !each.matches("text") || each.textContent !== "");
        const facts = drawn.map((each) =>
          ["d", "transform", "fill", "stroke", "x", "y", "width", "height", "stroke-dasharray"]
            .map((name) => each.getAttribute(name)).join("|") + each.textContent);
        return copy.getAttribute("viewBox") + "\\n" +
          facts.join("\\n").replace(/-?\\d*\\.\\d{2,}/g, (number) => String(Math.round(number * 10) / 10))
            .replace(/\\b1,0(?=$|\\n)/gm, "");
      })()`) as Promise<string>;
    const built = await drawing("fig-falls");
    const drawn = await page.evaluate(`(async () => {
      const live = JSON.parse(document.querySelector("#fig-falls .steering").dataset.live);
      const { run, cells } = document.querySelector("[data-run]").dataset;
      await new Promise((done) => {
        const script = document.createElement("script");
        Object.assign(script, { src: run, onload: done });
        document.head.append(script);
      });
      const sources = new Map([...document.querySelectorAll('.cell[id^="cell-"]')].map((cell) =>
        [cell.id.slice(5), cell.querySelector(".code code").textContent.trimEnd()]));
      const runs = await genlossRun.open(cells, sources);
      const { svg, description } = await runs.draw("falls", [{ size: 30, kind: "plain" }, 0, live.domains], () => {});
      const made = genlossRun.drawn(svg, description);
      const old = document.querySelector("#fig-falls svg");
      made.setAttribute("viewBox", old.getAttribute("viewBox"));
      old.replaceWith(made);
      return description;
    })()`);
    assert.match(String(drawn), /30/);
    assert.equal(await drawing("fig-falls"), built);
    assert.equal(await falls.count(), 1);
    assert.equal(await draws.count(), 1);
  });
});

test("the settings of the book are not computed for a reader who wants one", async (t) => {
  await open(t, site.at("file"), {}, async (page) => {
    const figure = page.locator("#fig-falls");
    await exact(figure).fill("50");
    await exact(figure).press("Enter");
    await shows(figure, /50/);
    const [, before] = await run(page, "counts");
    assert.equal(before, "2", "the start, and what was asked for");
  });
});

test("another draw is another, the book's comes back, and fewer draws are said to be fewer", async (t) => {
  await open(t, site.at("file"), {}, async (page) => {
    const figure = page.locator("#fig-draws");
    await figure.getByRole("slider").focus();
    await page.keyboard.press("PageUp");
    await shows(figure, /0\.\d+/);
    const built = await figure.locator(".description.now").textContent();
    const again = figure.getByRole("button", { name: "Draw again" });
    await again.click();
    await told(figure).filter({ hasText: "Drawn anew, no. 1. With fewer draws than the book's" }).waitFor();
    const first = await figure.locator(".description.now").textContent();
    await again.click();
    await told(figure).filter({ hasText: "no. 2" }).waitFor();
    const second = await figure.locator(".description.now").textContent();
    assert.equal(new Set([built, first, second]).size, 3, [built, first, second].join("\n"));
    await figure.getByRole("button", { name: "As in the book" }).click();
    await figure.locator(".description.now", { hasText: built ?? "" }).waitFor();
    assert.equal(await told(figure).textContent(), "");
  });
});

test("what cannot be computed is said, and the picture stays that of the setting that is shown", async (t) => {
  await open(t, site.at("file"), {}, async (page) => {
    const figure = page.locator("#fig-falls");
    await exact(figure).fill("50");
    await exact(figure).press("Enter");
    await shows(figure, /50/);
    await exact(figure).fill("66");
    await exact(figure).press("Enter");
    await told(figure).filter({ hasText: "Not computed for 66, plain: no such size" }).waitFor();
    assert.match((await figure.locator(".description.now").textContent()) ?? "", /50/);
    assert.equal(await exact(figure).inputValue(), "50");
    for (const [wrong, because] of [
      ["500", "beyond"],
      ["12.5", "not whole"],
      ["", "nothing"],
    ] as const) {
      await exact(figure).fill(wrong);
      await exact(figure).press("Enter");
      assert.equal(await exact(figure).inputValue(), "50", because);
    }
  });
});

test("a figure that never ends can be stopped, and the next move computes again", async (t) => {
  await open(t, site.at("file"), {}, async (page) => {
    const figure = page.locator("#fig-falls");
    await exact(figure).fill("77");
    await exact(figure).press("Enter");
    const stop = figure.getByRole("button", { name: "Stop" });
    await stop.click();
    await told(figure)
      .filter({ hasText: /^Not computed for 77, plain: .*stopped/ })
      .waitFor();
    await stop.waitFor({ state: "hidden" });
    await exact(figure).fill("50");
    await exact(figure).press("Enter");
    await shows(figure, /50/);
  });
});

test("a change of a cell above, and of the figure's own, changes what is computed", async (t) => {
  await open(t, site.at("file"), {}, async (page) => {
    const figure = page.locator("#fig-falls");
    const at50 = async (): Promise<string | null> => {
      await exact(figure).fill("49");
      await exact(figure).press("Enter");
      await shows(figure, /./);
      await exact(figure).fill("50");
      await exact(figure).press("Enter");
      await figure.locator("[aria-busy]").waitFor({ state: "detached" });
      await told(figure).filter({ hasText: "Computed here." }).waitFor();
      return figure.locator(".description.now").textContent();
    };
    assert.match((await at50()) ?? "", /50/);
    await edit(page, "power", "const power = 2;");
    assert.match((await at50()) ?? "", /2[, ]?500/);
  });
});

test("of quick moves the newest is drawn, and no other after it", async (t) => {
  await open(t, site.at("file"), {}, async (page) => {
    const figure = page.locator("#fig-falls");
    await exact(figure).fill("50");
    await exact(figure).press("Enter");
    await shows(figure, /50/);
    const seen = await page.evaluate(`(async () => {
      const figure = document.querySelector("#fig-falls");
      const seen = [];
      const watch = new MutationObserver(() => seen.push(figure.querySelector("svg").ariaLabel));
      watch.observe(figure.querySelector(".canvas"), { childList: true });
      const slider = figure.querySelector("input[type=range]");
      for (let at = 0.1; at < 2; at += 0.05) {
        slider.value = at;
        slider.dispatchEvent(new Event("input"));
        await new Promise((done) => setTimeout(done, 5));
      }
      slider.value = 1.5;
      slider.dispatchEvent(new Event("input"));
      slider.dispatchEvent(new Event("change"));
      while (!/65/.test(seen.at(-1))) await new Promise((done) => setTimeout(done, 10));
      await new Promise((done) => setTimeout(done, 300));
      return seen;
    })()`);
    assert.match((seen as string[]).at(-1) ?? "", /65/);
    assert.equal(await exact(figure).inputValue(), "65");
  });
});

test("a figure of set values says so; without scripts all are as they were built", async (t) => {
  await open(t, site.at("file"), {}, async (page) => {
    const figure = page.locator("#fig-grid");
    assert.match((await told(figure).textContent()) ?? "", /^A grid: the book has computed these settings/);
    assert.equal(await figure.locator(".setting-exact").count(), 0);
  });
  await open(t, site.at("file"), { javaScriptEnabled: false }, async (page) => {
    assert.equal(await page.locator(".steering-bar").count(), 0);
    assert.equal(await page.locator("#fig-falls svg").count(), 1);
  });
});

for (const colorScheme of ["light", "dark"] as const)
  test(`controls have no accessibility fault in ${colorScheme}, computed or not`, async (t) => {
    await open(
      t,
      site.at("http"),
      { colorScheme, viewport: { width: 390, height: 844 } },
      async (page: Page) => {
        assert.deepEqual(await accessibilityFaults(page), []);
        const figure = page.locator("#fig-draws");
        await figure.getByRole("button", { name: "Draw again" }).click();
        await told(figure).filter({ hasText: "Drawn anew" }).waitFor();
        assert.deepEqual(await accessibilityFaults(page), []);
        const wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
        assert.ok(Number(wide) <= 0, `${wide} px wider than the screen`);
      },
    );
  });
