/** Cells of a book run in its pages. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BothBrowsers } from "../tools/bothBrowsers.ts";
import { TestBrowser } from "../tools/testBrowser.ts";
import { showing } from "./fixtures/liveChapter.ts";
import { accessibilityFaults } from "./tools/accessibilityFaults.ts";
import { type LiveSite, liveSite } from "./tools/liveSite.ts";
import { edit, pressed, run, type Said } from "./tools/liveSteps.ts";

/** What a cell shows that would like to reach its page. */
const hostile = `<p onclick="globalThis.hit = 1" style="background: url(https://elsewhere.test/a); color: red">seen</p>
<img src="https://elsewhere.test/b" onerror="globalThis.hit = 2"><script>globalThis.hit = 3</script>
<a href="javascript:globalThis.hit = 4">link</a><iframe src="https://elsewhere.test/c"></iframe><form action="/d"><input></form>
<svg onload="globalThis.hit = 5"><use href="https://elsewhere.test/e"></use><script>globalThis.hit = 6</script></svg>`;
const browser = new TestBrowser();
const browsers = new BothBrowsers();
const { open } = browser;
let site: LiveSite;
before(async () => {
  site = await liveSite((html) => html.replace(/(id="cell-double"[\s\S]*?>)2(?=<)/, "$15"));
});
after(async () => {
  await browser.close();
  await browsers.close();
  await site?.[Symbol.asyncDispose]();
});

const cells = ["setup", "double", "push", "read", "alone", "later", "shows", "states"];

for (const { name, open } of browsers)
  for (const place of ["file", "http"] as const)
    test(`every cell gives in ${name}, by ${place}, what the book prints, whichever is run first`, async (t) => {
      for (const order of [cells, cells.toReversed()])
        await open(t, site.at(place), async (page) => {
          for (const id of order) {
            const [state, shown] = (await page.evaluate(pressed(id))) as Said;
            assert.match(state, /^✓ Computed here in .* s.*: the same as the book\.$/, id);
            assert.equal(shown, "", "what the book prints is not shown again");
          }
        });
      assert.deepEqual(
        site.asked.filter((path) => !/^\/(?:[\w-]+\.html|assets\/[\w./-]+|favicon\.ico)$/.test(path)),
        [],
      );
    });

test("cells that a cell needs run before it, once, and again where another has changed their names", async (t) => {
  await open(t, site.at("file"), {}, async (page) => {
    assert.match((await run(page, "double"))[0], /, with 1 cell before it: the same/);
    assert.match((await run(page, "double"))[0], /in (?:less than )?[\d.]+ s: the same/, "setup has run");
    assert.match((await run(page, "read"))[0], /, with 1 cell before it: the same/, "setup is as it was");
    assert.match(
      (await run(page, "push"))[0],
      /, with 1 cell before it: the same/,
      "the log is full already",
    );
  });
});

test("a changed cell runs as changed, and so does what stands on it; Reset gives the book's back", async (t) => {
  await open(t, site.at("file"), {}, async (page) => {
    await page.evaluate("document.querySelector('#cell-setup details').open = true");
    await edit(page, "setup", "const base = 50;\nconst log: number[] = [1, 2, 3];");
    assert.deepEqual((await run(page, "double"))[1], "100");
    assert.equal((await run(page, "read"))[1], "4", "what it pushes to is the changed list");
    await page.locator("#cell-setup .reset").click();
    assert.match((await run(page, "double"))[0], /with 1 cell before it: the same as the book/);
  });
});

test("an error names the cell and the line, by the compiler in the page and by the build's", async (t) => {
  await open(t, site.at("file"), {}, async (page) => {
    await edit(page, "alone", "const a = 1;\nmissing(a)");
    const [state, shown] = await run(page, "alone");
    assert.match(state, /^Failed in/);
    assert.match(shown, /ReferenceError: missing is not defined/);
    assert.match(shown, /alone:2|line 2/);
    await edit(page, "alone", "const a = = 1");
    assert.match((await run(page, "alone"))[1], /SyntaxError/);
    await page.evaluate("document.querySelector('#cell-setup details').open = true");
    await edit(page, "setup", "throw new Error('not today')");
    assert.match(
      (await run(page, "double"))[0],
      /^Not run: a cell that it needs failed \(setup\)\. Error: not today/,
    );
  });
});

test("a cell that never ends is stopped, and the page goes on", async (t) => {
  await open(t, site.at("http"), {}, async (page) => {
    await edit(page, "double", "while (true) {}");
    const cell = page.locator("#cell-double");
    await cell.locator(".run").click();
    await cell.locator(".stop").waitFor();
    const began = performance.now();
    await cell.locator(".stop").click();
    await page.waitForFunction(
      "/^Stopped/.test(document.querySelector('#cell-double .live-state').textContent)",
    );
    t.diagnostic(`stopped after ${(performance.now() - began).toFixed(0)} ms`);
    assert.match((await run(page, "read"))[0], /, with 2 cells before it: the same as the book/);
  });
});

test("what a cell shows reaches neither the page nor the network", async (t) => {
  await open(t, site.at("http"), {}, async (page) => {
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await edit(page, "shows", showing(hostile));
    const [, shown] = await run(page, "shows");
    assert.match(shown, /seen/);
    const html = await page.locator("#cell-shows .live-outputs").innerHTML();
    assert.doesNotMatch(html, /on\w+=|javascript:|elsewhere|<(?:img|script|iframe|form|input|use)\b/i);
    await page.locator("#cell-shows .live-outputs p").click();
    assert.equal(await page.evaluate("globalThis.hit"), undefined);
    assert.deepEqual(
      requests.filter((url) => !url.startsWith(site.http) && !url.startsWith("blob:")),
      [],
    );
  });
});

for (const colorScheme of ["light", "dark"] as const)
  for (const width of [390, 1280])
    test(`nothing is in the way of anybody, run and changed, ${colorScheme}, ${width} px`, async (t) => {
      const viewport = { width, height: 900 };
      await open(t, site.at("http"), { colorScheme, viewport }, async (page) => {
        await run(page, "read");
        await edit(page, "alone", "const a = 1; // a comment\nmissing('word', 2 as number)");
        await run(page, "alone");
        assert.deepEqual(await accessibilityFaults(page), []);
        const tooWide = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
        assert.equal(tooWide, false);
      });
    });

test("the keyboard runs, changes and leaves a cell", async (t) => {
  await open(t, site.at("file"), {}, async (page) => {
    const focused = (): Promise<unknown> =>
      page.evaluate("[document.activeElement.closest('.cell')?.id, document.activeElement.textContent]");
    for (let stops = 0; stops < 40; stops += 1) {
      await page.keyboard.press("Tab");
      if (await page.evaluate("document.activeElement.matches('.live-bar button')")) break;
    }
    assert.deepEqual(await focused(), ["cell-double", "Run"], "the setup is folded");
    await page.keyboard.press("Enter");
    await page.waitForFunction(
      "document.querySelector('#cell-double .live-state').textContent.startsWith('✓')",
    );
    await page.keyboard.press("ArrowDown");
    assert.deepEqual(await focused(), ["cell-double", "Edit"]);
    await page.keyboard.press("Enter");
    await page.waitForFunction("document.activeElement.matches('#cell-double .cm-content')");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("base + 40");
    await page.keyboard.press("Control+Enter");
    await page.waitForFunction("document.querySelector('#cell-double .live-outputs').textContent === '42'");
    await page.keyboard.press("Escape");
    assert.deepEqual(await focused(), ["cell-double", "Run"]);
  });
});

test("where something has changed the page's text, what is printed is what runs", async (t) => {
  await open(t, `${site.at("http")}?changed`, {}, async (page) => {
    assert.match(await page.locator("#cell-double code").innerText(), /^base \* 5$/);
    const [state, shown] = await run(page, "double");
    assert.match(state, /not what the book prints/);
    assert.equal(shown, "10");
  });
});

test("on paper there are no buttons, and no lines of them", async (t) => {
  await open(t, site.at("file"), {}, async (page) => {
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".live-button:visible").count(), 0);
    assert.equal(await page.locator(".live-bar:visible").count(), 0);
  });
});

test("without scripts there are no buttons, and all can be read", async (t) => {
  await open(t, site.at("file"), { javaScriptEnabled: false }, async (page) => {
    assert.equal(await page.locator(".live-button").count(), 0);
    assert.match(await page.locator("#cell-double").innerText(), /base \* 2\s+4/);
  });
});
