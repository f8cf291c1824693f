// Figures read point by point: by keys, by mouse, from a folder and from a server, with the words of their tables.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { BothBrowsers } from "../tools/bothBrowsers.ts";
import { TestBrowser } from "../tools/testBrowser.ts";
import { aidsBook } from "./fixtures/aidsChapter.ts";
import { accessibilityFaults } from "./tools/accessibilityFaults.ts";
import { type ServedBook, servedBook } from "./tools/servedBook.ts";

const browser = new TestBrowser();
const browsers = new BothBrowsers();
const { open } = browser;
let book: ServedBook;
before(async () => {
  book = await servedBook(aidsBook);
});
after(async () => {
  await browser.close();
  await browsers.close();
  await book?.[Symbol.asyncDispose]();
});

const told = (page: Page): Promise<string> => page.locator(".points-told").innerText();

/** Waits until it is told. */
const tells = (page: Page, words: string): Promise<void> =>
  page.getByText(words, { exact: true }).and(page.locator(".points-told")).waitFor({ state: "attached" });

/** Reaches a figure's fold as the Tab key does, and goes to its points. */
async function read(page: Page, figure: string): Promise<void> {
  await page.locator(`#${figure} .data > summary`).focus();
  await page.locator(`#${figure} .points-hint`).waitFor();
  await page.keyboard.press("ArrowRight");
  await page.locator(`#${figure} .canvas:focus`).waitFor();
}

/** The middle of the ring, as a part of the drawing's width and height; undefined without a ring. */
const ring = (page: Page): Promise<readonly [number, number] | undefined> =>
  page.evaluate(`(() => {
    const ring = document.querySelector(".point-ring .line");
    if (!ring) return undefined;
    const [own, all] = [ring, ring.ownerSVGElement].map((each) => each.getBoundingClientRect());
    return [(own.x + own.width / 2 - all.x) / all.width, (own.y + own.height / 2 - all.y) / all.height];
  })()`);

for (const place of ["file", "http"] as const)
  test(`over ${place}:// the arrows read a line chart, along a series and between series`, async (t) => {
    await open(t, book.at(place), {}, async (page) => {
      await page.locator("#fig-arms .data > summary").focus();
      await tells(page, "The arrow keys read the points of the figure.");
      assert.equal(await page.locator(".points-hint").innerText(), "← → read the points");
      await read(page, "fig-arms");
      await tells(page, "arm replace, generation 0, variance 0.5; point 1 of 4; series 1 of 2");
      const steps = [
        ["ArrowRight", "arm replace, generation 1, variance 0.3333; point 2 of 4"],
        ["ArrowDown", "arm add, generation 1, variance 0.5; point 2 of 4; series 2 of 2"],
        ["End", "arm add, generation 3, variance 0.25; point 4 of 4"],
        ["ArrowRight", "arm add, generation 3, variance 0.25; point 4 of 4"],
        ["Home", "arm add, generation 0, variance 1; point 1 of 4"],
        ["ArrowLeft", "arm add, generation 0, variance 1; point 1 of 4"],
        ["ArrowUp", "arm replace, generation 0, variance 0.5; point 1 of 4; series 1 of 2"],
      ] as const;
      for (const [key, words] of steps) {
        await page.keyboard.press(key);
        assert.equal(await told(page), words);
        assert.equal(await page.locator(".point-words").innerText(), words.replace(/;.*/, ""));
      }
      assert.equal(page.url(), book.at(place), "the arrows turn no page");
      await page.keyboard.press("Escape");
      assert.equal(await page.locator(".point-ring, .point-words").count(), 0);
      assert.ok(await page.locator("#fig-arms .data > summary:focus").count());
      assert.equal(await page.locator("#fig-arms .canvas").getAttribute("role"), "group");
    });
  });

test("the words are those of the figure's table, for every point of every figure", async (t) => {
  await open(t, book.at("http"), {}, async (page) => {
    for (const figure of ["fig-arms", "fig-bars", "fig-map", "fig-steer"]) {
      const rows = (await page.evaluate(`(() => {
        const table = document.querySelector("#${figure} .data-table table");
        const names = [...table.querySelectorAll("th")].map((each) => each.textContent);
        return [...table.tBodies[0].rows].map((row) =>
          [...row.cells].map((cell, i) => names[i] + " " + cell.textContent).join(", "));
      })()`)) as string[];
      await read(page, figure);
      await page.keyboard.press("Home");
      const seen = new Set<string>();
      for (let series = 0; series < 5; series += 1) {
        await page.keyboard.press("Home");
        for (let at = 0; at < rows.length; at += 1) {
          seen.add((await told(page)).replace(/;.*/, ""));
          await page.keyboard.press("ArrowRight");
        }
        await page.keyboard.press("ArrowDown");
      }
      assert.deepEqual([...seen].sort(), [...new Set(rows)].sort(), figure);
      await page.keyboard.press("Escape");
    }
  });
});

test("the ring stands at the point: on a line, at a bar, at a cell of a map; a word has none", async (t) => {
  await open(t, book.at("http"), {}, async (page) => {
    const at = async (): Promise<readonly [number, number]> => (await ring(page)) ?? assert.fail("no ring");
    await read(page, "fig-arms");
    const start = await at();
    await page.keyboard.press("End");
    const end = await at();
    assert.ok(end[0] > start[0] + 0.5 && end[1] > start[1] + 0.1, `${start} … ${end}: it falls`);

    await read(page, "fig-bars");
    const [first] = (await page.evaluate(`(() => {
      const box = document.querySelector("#fig-bars .canvas svg");
      const all = box.getBoundingClientRect();
      return [...box.querySelectorAll("path")].filter((each) => /#4c78a8/i.test(each.getAttribute("fill") ?? "")).map((each) => {
        const { x, y, width, height } = each.getBoundingClientRect();
        return [(x + width / 2 - all.x) / all.width, (y + height / 2 - all.y) / all.height];
      });
    })()`)) as [number, number][];
    const bar = await at();
    assert.ok(first && Math.hypot(bar[0] - first[0], bar[1] - first[1]) < 0.01, `${bar} is not ${first}`);

    await read(page, "fig-map");
    const corner = await at();
    await page.keyboard.press("ArrowDown");
    const below = await at();
    assert.ok(Math.abs(below[0] - corner[0]) < 1e-6 && below[1] > corner[1], "down is down");

    await read(page, "fig-words");
    await tells(page, "count 12\u202f350, word tail; point 1 of 1");
    assert.equal(await ring(page), undefined);
  });
});

test("of a steered figure the points are those of the picture that is shown", async (t) => {
  await open(t, book.at("file"), {}, async (page) => {
    await read(page, "fig-steer");
    await tells(page, "error 30, generation 0; point 1 of 3");
    const before = await ring(page);
    await page.keyboard.press("Escape");
    await page.locator("#fig-steer input[type=range]").press("ArrowRight");
    await page.locator("#fig-steer .now", { hasText: "From 100" }).waitFor();
    await read(page, "fig-steer");
    await tells(page, "error 100, generation 0; point 1 of 3");
    const now = await ring(page);
    assert.ok(before && now && now[1] < before[1] - 0.2, `${before} … ${now}`);
  });
});

test("a large map is quick", async (t) => {
  await open(t, book.at("http"), {}, async (page) => {
    await read(page, "fig-large");
    await tells(page, "copies 0, loss 0.125, size 0; point 1 of 100; series 1 of 100");
    const longest = await page.evaluate(`(() => {
      let longest = 0;
      for (const key of ["ArrowRight", "ArrowDown", "End", "ArrowDown", "PageUp"].flatMap((key) => [key, key, key])) {
        const begun = performance.now();
        document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
        document.body.getBoundingClientRect();
        longest = Math.max(longest, performance.now() - begun);
      }
      return longest;
    })()`);
    assert.ok(Number(longest) < 100, `${longest} ms`);
  });
});

test("a mouse shows the point that it is at, and Escape or leaving hides it; a reader of the keys is not told", async (t) => {
  await open(t, book.at("http"), {}, async (page) => {
    await page.locator("#fig-map svg").scrollIntoViewIfNeeded();
    const box = (await page.locator("#fig-map svg").boundingBox())!;
    await page.mouse.move(box.x + box.width / 3, box.y + box.height / 3);
    // What shows it comes with the first move.
    await page.locator(".points-told").waitFor({ state: "attached" });
    await page.mouse.move(box.x + box.width / 3 + 2, box.y + box.height / 3);
    await page.locator("#fig-map .point-words").waitFor();
    assert.match(await page.locator(".point-words").innerText(), /^copies \d, loss [\d.]+, size \d$/);
    assert.equal(await told(page), "");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".point-words, .point-ring").count(), 0);
    await page.mouse.move(box.x + box.width / 3 + 6, box.y + box.height / 3);
    await page.locator("#fig-map .point-words").waitFor();
    await page.mouse.move(box.x + box.width / 2, box.y - 40);
    await page.locator("#fig-map .point-words").waitFor({ state: "detached" });
  });
});

test("no stop of the Tab key is added; an open fold has a button; a drawing that is cut off has Enter", async (t) => {
  await open(t, book.at("http"), {}, async (page) => {
    const stops = (): Promise<number> =>
      page.evaluate(
        "[...document.querySelectorAll('main :is(a, button, input, summary, [tabindex])')].filter((each) => each.tabIndex >= 0 && each.checkVisibility()).length",
      );
    await page.waitForTimeout(300);
    const before = await stops();
    await read(page, "fig-arms");
    await page.keyboard.press("Escape");
    assert.equal(await stops(), before);
    await page.locator("#fig-arms .data > summary").press("Enter");
    await page.getByRole("button", { name: "Read the points in the drawing" }).press("Enter");
    await tells(page, "arm replace, generation 0, variance 0.5; point 1 of 4; series 1 of 2");
    await page.keyboard.press("Escape");
    assert.ok(await page.locator(".read-points button:focus").count());
    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator("#fig-arms .canvas[tabindex='0']").focus();
    await page.keyboard.press("Enter");
    await tells(page, "arm replace, generation 0, variance 0.5; point 1 of 4; series 1 of 2");
  });
});

test("while points are read there are no faults in light and dark, and nothing of it is printed", async (t) => {
  // The checker is a script that the page's policy would not let in.
  await open(t, book.at("http"), { bypassCSP: true }, async (page) => {
    await read(page, "fig-map");
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await accessibilityFaults(page, "#fig-map"), []);
    }
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.locator(".point-words").isHidden());
    assert.ok(await page.locator(".point-ring").isHidden());
  });
});

for (const { name, open } of browsers)
  for (const place of ["file", "http"] as const)
    test(`${name} reads points over ${place}://`, async (t) => {
      await open(t, book.at(place), async (page) => {
        const seen = await page.evaluate(`(async () => {
          const wait = (ms) => new Promise((done) => setTimeout(done, ms));
          const press = (key) =>
            document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
          const summary = document.querySelector("#fig-map .data > summary");
          summary.focus();
          while (!document.querySelector(".points-told")) await wait(20);
          const told = document.querySelector(".points-told");
          press("ArrowDown");
          while (!/point/.test(told.textContent) || /arrow/.test(told.textContent)) await wait(20);
          press("ArrowDown");
          press("End");
          return [told.textContent, document.querySelectorAll("#fig-map .point-ring").length];
        })()`);
        assert.deepEqual(seen, ["copies 1, loss 1, size 3; point 4 of 4", 1]);
      });
    });
