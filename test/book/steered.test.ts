// A steered figure in a real browser: over http and from a folder, by keyboard, with and without scripts.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { after, before, type TestContext, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { buildBook } from "../../book/build.ts";
import { TestBrowser } from "../tools/testBrowser.ts";
import { photocopy } from "./fixtures/photocopy.ts";
import { accessibilityFaults } from "./tools/accessibilityFaults.ts";
import { code, shown } from "./tools/cells.ts";
import { type Project, project, storedOutputs } from "./tools/project.ts";
import { steeredChart } from "./tools/steeredChart.ts";

const name = "a-photocopy-of-a-photocopy.html";
const types: Record<string, string> = { html: "text/html", css: "text/css", js: "text/javascript" };

let files: Project;
let out: string;
let site: Server;
let http: string;
const browser = new TestBrowser();

before(async () => {
  const notebook = photocopy();
  const cell = code("steer", "steered(…)", [shown({ "application/vnd.vegalite.v5+json": steeredChart() })], {
    role: "figure",
    label: "fig-size",
    caption: "The more samples, the higher it begins.",
  });
  files = await project({ chapter: { ...notebook, cells: notebook.cells.toSpliced(7, 0, cell) } });
  ({ out } = await buildBook({ root: files.root, run: storedOutputs() }));
  site = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://x").pathname;
    const bytes = await readFile(join(out, path)).catch(() => undefined);
    const type = types[path.split(".").at(-1) ?? ""] ?? "font/woff2";
    response.writeHead(bytes ? 200 : 404, { "content-type": type }).end(bytes);
  }).listen(0, "127.0.0.1");
  await new Promise((done) => site.once("listening", done));
  http = `http://127.0.0.1:${(site.address() as { port: number }).port}/${name}`;
});

after(async () => {
  await browser.close();
  site?.close();
  await files?.[Symbol.asyncDispose]();
});

/** Opens the page and looks at its steered figure. */
const open = (
  t: TestContext,
  url: string,
  options: BrowserContextOptions,
  look: (figure: Locator, page: Page, asked: string[]) => Promise<void>,
  expected?: RegExp,
): Promise<void> => {
  const watched = async (page: Page): Promise<void> => {
    const asked: string[] = [];
    page.on("request", (request) => void asked.push(new URL(request.url()).pathname));
    await page.goto(url);
    await look(page.locator("#fig-size"), page, asked);
  };
  return browser.open(t, "about:blank", options, watched, expected);
};

const label = (figure: Locator): Promise<string | null> => figure.locator("svg").getAttribute("aria-label");
const isPictures = (path: string): boolean => /fig-size\.[0-9a-f]+\.js$/.test(path);

for (const from of ["http", "file"] as const) {
  test(`the keyboard moves the slider over ${from}://: picture, sentence and value change, the page does not move`, async (t) => {
    const url = from === "http" ? http : pathToFileURL(join(out, name)).href;
    await open(t, url, {}, async (figure, page, asked) => {
      const slider = page.getByRole("slider", { name: "samples M" });
      assert.equal(await slider.getAttribute("aria-valuetext"), "30. From 30 it falls to 1.");
      assert.ok(!asked.some(isPictures), "nothing is loaded before it is needed");
      const line = () => figure.locator("svg path[stroke='var(--accent)']").getAttribute("d");
      const box = () =>
        page.evaluate("JSON.stringify(document.querySelector('#fig-size').getBoundingClientRect())");

      await slider.focus();
      const before = { line: await line(), box: await box() };
      await page.keyboard.press("ArrowRight");
      await figure.locator("svg[aria-label='From 100 it falls to 1.']").waitFor();
      assert.notEqual(await line(), before.line);
      assert.equal(await box(), before.box);
      assert.equal(await figure.locator("output").textContent(), "100");
      assert.equal(await figure.locator(".description.now").textContent(), "From 100 it falls to 1.");
      assert.equal(await slider.getAttribute("aria-valuetext"), "100. From 100 it falls to 1.");
      assert.match(page.url(), /photocopy/, "the arrow turned no chapter");

      await page.keyboard.press("Home");
      await figure.locator("svg[aria-label='From 10 it falls to 1.']").waitFor();
      await page.keyboard.press("ArrowRight");
      await figure.locator("svg[aria-label='From 30 it falls to 1.']").waitFor();
      assert.equal(await line(), before.line, "back at the start is the picture of the start");
      assert.equal(asked.filter(isPictures).length, 1, "one file, once");
    });
  });
}

for (const from of ["http", "file"] as const) {
  test(`over ${from}:// the address keeps a setting through a reload, the way back, and in another's hands`, async (t) => {
    const url = from === "http" ? http : pathToFileURL(join(out, name)).href;
    await open(t, `${url}?other=1`, {}, async (figure, page) => {
      const slider = page.getByRole("slider");
      const shows = (size: number): Promise<void> =>
        figure.locator(`svg[aria-label='From ${size} it falls to 1.']`).waitFor();
      await slider.focus();
      await page.keyboard.press("End");
      await shows(100);
      assert.equal(page.url(), `${url}?other=1&fig-size=100#fig-size`);

      await page.reload();
      await shows(100);
      assert.equal(await figure.locator("output").textContent(), "100");
      assert.equal(await figure.locator(".description.now").textContent(), "From 100 it falls to 1.");

      await page.locator("nav.way-on a[rel=next]").click();
      await page.waitForURL(/rare-things/);
      await page.goBack();
      await shows(100);

      await page.goto(`${url}?fig-size=10`);
      await shows(10);
      assert.match((await slider.getAttribute("aria-valuetext")) ?? "", /^10\. From 10 /);

      // The setting at the start needs no word, and one that is none of the slider's is passed over.
      await slider.focus();
      await page.keyboard.press("ArrowRight");
      await shows(30);
      assert.equal(page.url(), `${url}#fig-size`);
      await page.goto(`${url}?fig-size=31`);
      await shows(30);
      assert.equal(await figure.locator("output").textContent(), "30");
    });
  });
}

test("a step back on the page gives back the setting that was there", async (t) => {
  await open(t, http, {}, async (figure, page) => {
    const shows = (size: number): Promise<void> =>
      figure.locator(`svg[aria-label='From ${size} it falls to 1.']`).waitFor();
    await page.getByRole("slider").focus();
    await page.keyboard.press("End");
    await shows(100);
    await page.evaluate("location.hash = 'main'");
    await page.getByRole("slider").focus();
    await page.keyboard.press("Home");
    await shows(10);
    await page.goBack();
    await shows(100);
  });
});

test("a touch on the track moves it, and the finger may still scroll the page", async (t) => {
  await open(t, http, { hasTouch: true, viewport: { width: 390, height: 844 } }, async (figure, page) => {
    const slider = page.getByRole("slider");
    const box = (await slider.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    assert.ok(box.height >= 24, `${box.height} px are enough for a finger`);
    await slider.tap({ position: { x: box.width - 4, y: box.height / 2 } });
    await figure.locator("svg[aria-label='From 100 it falls to 1.']").waitFor();
    const action = "getComputedStyle(document.querySelector('input[type=range]')).touchAction";
    assert.equal(await page.evaluate(action), "pan-y");
  });
});

test("without scripts the picture is there, with its setting, and says why nothing moves", async (t) => {
  await open(t, http, { javaScriptEnabled: false }, async (figure, page) => {
    assert.equal(await label(figure), "From 30 it falls to 1.");
    assert.ok(await figure.locator("svg path").first().isVisible());
    assert.match((await figure.locator(".setting").textContent()) ?? "", /^samples M 30$/);
    assert.ok(((await figure.locator(".setting-note").boundingBox())?.height ?? 0) > 10);
    assert.equal(await page.getByRole("slider").count(), 0);
    const sentences = await figure.locator(".sentences > *").all();
    const visible = await Promise.all(sentences.map((sentence) => sentence.isVisible()));
    assert.deepEqual(visible, [false, true, false]);
  });
});

test("the slider takes its room before it is there: the page is as high with scripts as without", async (t) => {
  const heights: number[] = [];
  for (const javaScriptEnabled of [true, false]) {
    await open(t, http, { javaScriptEnabled }, async (figure) => {
      heights.push((await figure.locator(".setting").boundingBox())?.height ?? 0);
    });
  }
  assert.equal(heights[0], heights[1]);
});

test("pictures that do not come leave the figure as it was, and it says so", async (t) => {
  await open(
    t,
    http,
    {},
    async (figure, page) => {
      await page.route(/fig-size\.[0-9a-f]+\.js$/, (route) => route.abort());
      const slider = page.getByRole("slider");
      await slider.focus();
      await page.keyboard.press("ArrowRight");
      await figure.locator(".steering.failed").waitFor();
      assert.equal(await label(figure), "From 30 it falls to 1.");
      assert.equal(await figure.locator("output").textContent(), "30");
      await page.unroute(/fig-size\.[0-9a-f]+\.js$/);
      await page.keyboard.press("ArrowRight");
      await figure.locator("svg[aria-label='From 100 it falls to 1.']").waitFor();
      assert.equal(await figure.locator(".steering.failed").count(), 0);
    },
    /Failed to load resource/,
  );
});

test("on paper the setting stands above the picture, and there is no slider", async (t) => {
  await open(t, http, {}, async (figure, page) => {
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.getByText("samples M", { exact: true }).isVisible());
    assert.ok(await figure.locator("output").isVisible());
    assert.equal(await page.locator("input[type=range]").isVisible(), false);
    assert.ok(await figure.locator("svg").isVisible());
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [390, 1280]) {
    test(`a moved slider breaks no WCAG A or AA rule, ${colorScheme}, ${width} px`, async (t) => {
      await open(t, http, { colorScheme, viewport: { width, height: 900 } }, async (figure, page) => {
        await page.getByRole("slider").focus();
        await page.keyboard.press("End");
        await figure.locator("svg[aria-label='From 100 it falls to 1.']").waitFor();
        assert.deepEqual(await accessibilityFaults(page, "#fig-size"), []);
        assert.ok((await page.evaluate<number>("document.documentElement.scrollWidth")) <= width);
      });
    });
  }
}
