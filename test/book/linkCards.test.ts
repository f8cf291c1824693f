// Cards of links, in browsers: by mouse, by keyboard, by touch, from a folder and from a server.
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

/** What its card says, by the link's address. */
const cards: readonly (readonly [href: string, says: RegExp])[] = [
  [
    "#ref-shumailov2024",
    /^Bibliography Shumailov, A\. B\., .* \(2024\)\. AI models collapse .* Nature 631:755–759\. doi:/,
  ],
  ["glossary.html#term-tail", /^Glossary tail Rare things, all of them: /],
  ["#fig-arms", /^Figure 1\.1 .*About arms\. Both arms fall\.$/],
  [
    "rare-things-die-first.html#fig-survival",
    /^Figure 3\.1 · Chapter 3: Rare things die first Rare words go first\. Shares of /,
  ],
  [
    "#cell-drift",
    /^Verified claim The log variance falls by the law’s drift observed −0\.05352 theory −0\.05361 /,
  ],
  ["#what-follows", /^Chapter 1: .* What follows Much follows\. It is long\.$/],
  ["#ex-halve", /^Exercise 1\.1 Halve it Write halve, which halves\.$/],
  ["rare-things-die-first.html", /^Chapter 3 Rare things die first What a generation does not say/],
  ["api/laws.html#half", /^Reference half Half of a number\.$/],
];

const link = (page: Page, href: string) => page.locator(`main a[href="${href}"]:not(.permalink)`).first();
const card = (page: Page) => page.locator(".link-card");
const said = async (page: Page): Promise<string> =>
  (await card(page).innerText()).replace(/\s+/g, " ").trim();

for (const place of ["file", "http"] as const)
  test(`over ${place}:// a mouse that rests on a link opens its card, for a link of each kind`, async (t) => {
    await open(t, book.at(place), {}, async (page) => {
      const others: string[] = [];
      const origin = place === "http" ? new URL(book.at("http")).origin : "file://";
      page.on("request", (request) => {
        if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(origin))
          others.push(request.url());
      });
      for (const [href, says] of cards) {
        await page.mouse.move(0, 0);
        await card(page).waitFor({ state: "hidden" });
        await link(page, href).hover();
        await card(page).waitFor();
        assert.match(await said(page), says);
        const boxes = await Promise.all([card(page), link(page, href)].map((each) => each.boundingBox()));
        const [over, under] = boxes as [Box, Box];
        assert.ok(over.y >= under.y + under.height || over.y + over.height <= under.y, `${href} is covered`);
        assert.equal(await link(page, href).getAttribute("aria-describedby"), "link-card");
      }
      assert.deepEqual(others, []);
    });
  });

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

for (const { name, open } of browsers)
  for (const place of ["file", "http"] as const)
    test(`${name} loads cards over ${place}:// as a link is rested on, and none before`, async (t) => {
      await open(t, book.at(place), async (page) => {
        const seen = await page.evaluate(`(async () => {
          const wait = (ms) => new Promise((done) => setTimeout(done, ms));
          await wait(200);
          const before = document.querySelectorAll("script").length;
          const link = document.querySelector("main a.term");
          link.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, pointerType: "mouse" }));
          while (!document.querySelector(".link-card")) await wait(20);
          // The program came for the first of these; the mouse has moved on and back since.
          link.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, pointerType: "mouse" }));
          const card = document.querySelector(".link-card");
          while (card.hidden) await wait(20);
          return [document.querySelectorAll("script").length - before, card.textContent.slice(0, 26)];
        })()`);
        assert.deepEqual(seen, [2, "GlossarytailRare things, a"]);
      });
    });

test("the pointer may go from the link to the card; Escape closes it, and it stays closed until the link is left", async (t) => {
  await open(t, book.at("http"), {}, async (page) => {
    const term = link(page, "glossary.html#term-tail");
    await term.hover();
    await card(page).waitFor();
    const box = (await card(page).boundingBox()) as Box;
    await page.mouse.move(box.x + 20, box.y + box.height / 2, { steps: 8 });
    await page.waitForTimeout(700);
    assert.ok(await card(page).isVisible(), "it is persistent");
    await page.keyboard.press("Escape");
    assert.ok(await card(page).isHidden());
    await page.mouse.move(0, 0);
    await term.hover();
    await card(page).waitFor();
    await page.keyboard.press("Escape");
    await page.mouse.move(...(await middle(term)), { steps: 2 });
    await page.waitForTimeout(600);
    assert.ok(await card(page).isHidden(), "it was closed");
    await page.mouse.move(0, 0);
    await term.hover();
    await card(page).waitFor();
    await page.mouse.move(0, 0, { steps: 3 });
    await card(page).waitFor({ state: "hidden" });
    assert.equal(await term.getAttribute("aria-describedby"), null);
  });
});

const middle = async (each: ReturnType<Page["locator"]>): Promise<[number, number]> => {
  const { x, y, width, height } = (await each.boundingBox()) as Box;
  return [x + width / 2, y + height / 2];
};

test("a link that is passed by opens nothing", async (t) => {
  await open(t, book.at("http"), {}, async (page) => {
    await link(page, "#fig-arms").hover();
    await card(page).waitFor();
    await page.mouse.move(0, 0);
    await card(page).waitFor({ state: "hidden" });
    await link(page, "glossary.html#term-tail").hover();
    await page.waitForTimeout(80);
    await page.mouse.move(0, 0);
    await page.waitForTimeout(600);
    assert.ok(await card(page).isHidden());
  });
});

test("a link that the keyboard reaches has its card, as its description; the next has its own, and leaving closes it", async (t) => {
  await open(t, book.at("http"), {}, async (page) => {
    const reach = async (href: string): Promise<void> => {
      for (let stops = 0; stops < 80; stops += 1) {
        await page.keyboard.press("Tab");
        if (await link(page, href).and(page.locator(":focus")).count()) return;
      }
      assert.fail(`no Tab leads to ${href}`);
    };
    await reach("#ref-shumailov2024");
    await card(page).waitFor();
    assert.match(await said(page), /^Bibliography Shumailov/);
    await page.keyboard.press("Escape");
    assert.ok(await card(page).isHidden());
    assert.equal(await link(page, "#ref-shumailov2024").getAttribute("aria-describedby"), null);
    await reach("#fig-arms");
    await page.locator(":focus[aria-describedby=link-card]").waitFor();
    await card(page).waitFor();
    assert.match(await said(page), /^Figure 1\.1/);
    await page.keyboard.press("Tab");
    assert.equal(await link(page, "#fig-arms").getAttribute("aria-describedby"), null);
  });
});

test("a figure of the same page is shown as it stands, with names of its own", async (t) => {
  await open(t, book.at("http"), {}, async (page) => {
    await page.locator("#fig-steer input[type=range]").press("ArrowRight");
    await page.locator("#fig-steer .now", { hasText: "From 100" }).waitFor();
    await page.evaluate(
      "document.querySelector('main p').insertAdjacentHTML('beforeend', ' <a href=\"#fig-steer\">it</a>')",
    );
    await link(page, "#fig-steer").hover();
    await card(page).waitFor();
    assert.match(await said(page), /About steer\. From 100 it falls to 1\.$/);
    const [ids, shapes] = (await page.evaluate(`(() => {
      const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
      const count = (where) => document.querySelectorAll(where + " svg *").length;
      return [ids.length - new Set(ids).size, [count(".link-card"), count("#fig-steer .canvas")]];
    })()`)) as [number, [number, number]];
    assert.equal(ids, 0, "no name stands twice");
    assert.ok(shapes[0] > 10);
    assert.equal(shapes[0], shapes[1]);
  });
});

test("a tap follows the link, and a held touch opens its card", async (t) => {
  await open(t, book.at("http"), { hasTouch: true, viewport: { width: 390, height: 844 } }, async (page) => {
    const chapter = link(page, "rare-things-die-first.html");
    const [x, y] = await middle(chapter);
    await chapter.dispatchEvent("pointerover", { pointerType: "touch" });
    await card(page).waitFor({ state: "attached" });
    const devices = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchEnd") =>
      devices.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: type === "touchStart" ? [{ x, y }] : [],
      });
    await touch("touchStart");
    await card(page).waitFor();
    await touch("touchEnd");
    await page.waitForTimeout(200);
    assert.equal(page.url(), book.at("http"), "a held touch is no tap");
    assert.match(await said(page), /^Chapter 3/);
    const { x: left, width } = (await card(page).boundingBox()) as Box;
    assert.ok(left >= 0 && left + width <= 390, "it fits the screen");
    assert.equal(await page.evaluate("document.documentElement.scrollWidth"), 390);
    await page.touchscreen.tap(380, 500);
    await card(page).waitFor({ state: "hidden" });
    await chapter.tap();
    await page.waitForURL("**/rare-things-die-first.html");
  });
});

test("an open card has no faults in light and dark, and is not printed", async (t) => {
  // The checker is a script that the page's policy would not let in.
  await open(t, book.at("http"), { bypassCSP: true }, async (page) => {
    for (const [href] of cards) {
      await page.mouse.move(0, 0);
      await link(page, href).hover();
      await card(page).waitFor();
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await accessibilityFaults(page, ".link-card"), [], href);
      }
    }
    await page.emulateMedia({ media: "print" });
    assert.ok(await card(page).isHidden());
  });
});
