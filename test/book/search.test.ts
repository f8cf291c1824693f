/** The search of a book and the keys of its pages, in browsers. */
import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import sirv from "sirv";
import { buildBook } from "../../book/build.ts";
import { BothBrowsers } from "../tools/bothBrowsers.ts";
import { TestBrowser } from "../tools/testBrowser.ts";
import { withLibrary } from "./fixtures/library.ts";
import { accessibilityFaults } from "./tools/accessibilityFaults.ts";
import { type Project, project, storedOutputs } from "./tools/project.ts";
import { type Answer, ask, asked, marks, start, typed } from "./tools/searchSteps.ts";

const chapter = "a-photocopy-of-a-photocopy.html";
const browser = new TestBrowser();
const browsers = new BothBrowsers();
const { open } = browser;
/** Nothing inline but the styles of formulas, nothing from elsewhere, no eval. */
const policy =
  "default-src 'none'; script-src 'self'; style-src-elem 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:";
const requested: string[] = [];
let files: Project;
let out: string;
let server: Server;
let http: string;

before(async () => {
  files = await project(withLibrary);
  ({ out } = await buildBook({ root: files.root, run: storedOutputs() }));
  const serve = sirv(out);
  server = createServer((request, response) => {
    requested.push(request.url ?? "");
    if (request.url?.includes("?strict")) response.setHeader("content-security-policy", policy);
    serve(request, response);
  }).listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  http = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
after(async () => {
  await browser.close();
  await browsers.close();
  server?.closeAllConnections();
  server?.close();
  await files?.[Symbol.asyncDispose]();
});

const at = (place: "file" | "http", page = chapter): string =>
  place === "http" ? http + page : pathToFileURL(join(out, page)).href;

for (const { name, open } of browsers)
  for (const place of ["file", "http"] as const)
    test(`${name} finds text, figures, exercises and the reference by ${place}, from a page in a folder too`, async (t) => {
      for (const [from, up] of [
        [chapter, ""],
        ["api/laws.html", "../"],
      ] as const)
        await open(t, at(place, from), async (page) => {
          await page.evaluate(typed("/"));
          const first = async (question: string): Promise<string | undefined> =>
            ((await page.evaluate(asked(question))) as Answer)[1][0];
          assert.equal(await first("Jensen"), `${up}${chapter}?find=Jensen#why-it-must-fall`);
          assert.equal(await first("chains scatter"), `${up}${chapter}?find=chains+scatter#fig-variance`);
          assert.equal(
            await first("keep some real data"),
            `${up}${chapter}?find=keep+some+real+data#ex-keep-real`,
          );
          assert.equal(await first("decay"), `${up}api/laws.html?find=decay#decay`);
          assert.equal(await first("-0.05352"), `${up}${chapter}?find=-0.05352#claim-claim-drift`);
          assert.equal(
            await first("E[s²] = σ²"),
            `${up}${chapter}?find=E%5Bs%C2%B2%5D+%3D+%CF%83%C2%B2#four-numbers-by-hand`,
          );
          assert.equal(
            await first("Shumailov 2024"),
            `${up}bibliography.html?find=Shumailov+2024#ref-shumailov2024`,
          );
        });
    });

for (const { name, open } of browsers)
  test(`in ${name} Enter leads from a folder's page to the place, where the words are marked`, async (t) => {
    await open(t, at("file", "preface.html"), async (page) => {
      await page.evaluate(typed("s"));
      await page.evaluate(asked("Jensen inequality"));
      await page.evaluate(typed("Enter"));
      // While it is between two pages a browser answers for neither.
      const file = (): Promise<unknown> => page.evaluate("location.pathname").catch(() => "");
      while (!String(await file()).endsWith(chapter)) await new Promise((done) => setTimeout(done, 50));
      assert.deepEqual(await page.evaluate(marks), ["Jensen’s", "inequality"]);
      const address = new URL(String(await page.evaluate("location.href")));
      assert.equal(address.hash, "#why-it-must-fall");
      assert.equal(address.search, "", "the question is no part of a link to the place");
      assert.equal(await page.evaluate("document.activeElement.textContent"), "Why it must fall");
    });
  });

test("a place of the same page is gone to without loading it anew; its fold is opened", async (t) => {
  await open(t, at("file"), {}, async (page) => {
    await page.evaluate("globalThis.kept = true");
    await start(page);
    const [, addresses] = await ask(page, "observed law drift runs 4000 seed");
    const place = addresses.findIndex((each) => each.endsWith("#cell-claim-drift"));
    assert.ok(place >= 0, String(addresses));
    for (let step = 0; step < place; step += 1) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForFunction("location.hash === '#cell-claim-drift'");
    assert.equal(await page.evaluate("globalThis.kept"), true);
    assert.ok(await page.locator("#cell-claim-drift code").isVisible());
    assert.ok(((await page.evaluate(marks)) as string[]).includes("4000"));
    assert.equal(await page.locator("dialog.search[open]").count(), 0);
  });
});

test("the field is a combobox: arrows choose, the count is said, Escape gives the focus back", async (t) => {
  await open(t, at("http"), {}, async (page) => {
    const button = page.locator(".contents .open-search");
    await button.click();
    await page.waitForSelector("dialog.search[open]");
    assert.equal(await page.evaluate("document.activeElement.id"), "search-field");
    await page.keyboard.type("variance");
    await page.waitForSelector("[role=option]");
    const field = page.getByRole("combobox", { name: "Search the book" });
    assert.equal(await field.getAttribute("aria-expanded"), "true");
    const chosen = (): Promise<string> =>
      page.evaluate(
        "document.querySelector('[aria-selected=true]').id + ' ' + document.activeElement.getAttribute('aria-activedescendant')",
      );
    assert.equal(await chosen(), "search-find-0 search-find-0");
    await page.keyboard.press("ArrowDown");
    assert.equal(await chosen(), "search-find-1 search-find-1");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    const last = (await page.getByRole("option").count()) - 1;
    assert.equal(await chosen(), `search-find-${last} search-find-${last}`, "from the first to the last");
    assert.match((await page.getByRole("status").textContent()) ?? "", /^\d+ places/);
    assert.ok(
      (await page.locator(".search-find mark").allTextContents()).every((word) => /varian/i.test(word)),
    );
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("dialog.search[open]").count(), 0);
    assert.ok(await page.evaluate("document.activeElement.matches('.contents .open-search')"));
  });
});

test("what is not found is said, with words that are there; what is only partly found too", async (t) => {
  await open(t, at("file"), {}, async (page) => {
    await start(page);
    assert.match((await ask(page, "varience"))[0], /^Nothing found for “varience”\. Try variance/);
    await page.getByRole("button", { name: "variance", exact: true }).click();
    await page.waitForSelector("[role=option]");
    assert.equal(await page.inputValue("#search-field"), "variance");
    assert.match((await ask(page, "qqqq"))[0], /^Nothing found for “qqqq”\. Try fewer letters/);
    assert.match(
      (await ask(page, "Jensen zebra"))[0],
      /^No place has all of these words; 1 place with some$/,
    );
    assert.match((await ask(page, " "))[0], /^Words as you type them/);
  });
});

for (const colorScheme of ["light", "dark"] as const)
  for (const width of [390, 1280])
    test(`the open search breaks no WCAG A or AA rule and is no wider than its page, ${colorScheme}, ${width} px`, async (t) => {
      await open(t, at("http"), { colorScheme, viewport: { width, height: 800 } }, async (page) => {
        await page.locator(".open-search:visible").click();
        await page.waitForSelector("dialog.search[open]");
        for (const question of ["variance", "qqqq", ""]) {
          await ask(page, question);
          assert.deepEqual(await accessibilityFaults(page), [], question);
          const box = await page.locator("dialog.search").boundingBox();
          assert.ok(box && box.x >= 0 && box.x + box.width <= width, JSON.stringify(box));
        }
      });
    });

test("under a policy that allows nothing inline it works, and is loaded no sooner than it is used", async (t) => {
  requested.length = 0;
  // The page's own theme is restored inline.
  const expected = /inline script/;
  const look = async (page: Page): Promise<void> => {
    const searches = (): string[] => requested.filter((path) => path.includes("/search/"));
    assert.deepEqual(searches(), []);
    await start(page);
    const [said, , texts] = await ask(page, "Jensen");
    assert.equal(said, "1 place");
    assert.match(texts[0] ?? "", /^Why it must fallText…? ?.*Jensen’s inequality/);
    assert.equal(
      await page.evaluate("getComputedStyle(document.querySelector('dialog.search')).display"),
      "flex",
    );
    assert.deepEqual(
      searches().map((path) => path.replace(/\.[0-9a-f]{8}\./, ".")),
      ["/assets/search/search.js", "/assets/search/texts.js"],
    );
  };
  await open(t, `${http}${chapter}?strict`, {}, look, expected);
});

test("texts that do not come are asked for again", async (t) => {
  await open(
    t,
    at("http"),
    {},
    async (page) => {
      await page.route("**/texts.*.js", (route) => route.abort());
      await start(page);
      assert.match((await ask(page, "Jensen"))[0], /could not be loaded/);
      await page.unroute("**/texts.*.js");
      assert.equal((await ask(page, "Jensen"))[0], "1 place");
    },
    /ERR_FAILED/,
  );
});

test("without scripts there is no way to a search", async (t) => {
  await open(t, at("file"), { javaScriptEnabled: false }, async (page) => {
    assert.equal(await page.getByText("Search", { exact: true }).count(), 0);
    assert.equal(await page.locator("dialog, .open-search").count(), 0);
  });
});
