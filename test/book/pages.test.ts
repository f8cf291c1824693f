import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { buildBook } from "../../book/build.ts";
import { TestBrowser } from "../tools/testBrowser.ts";
import { withLibrary } from "./fixtures/library.ts";
import { accessibilityFaults } from "./tools/accessibilityFaults.ts";
import { type Project, project, storedOutputs } from "./tools/project.ts";

const pages = [
  "index.html",
  "a-photocopy-of-a-photocopy.html",
  "rare-things-die-first.html",
  "preface.html",
  "run.html",
  "what-we-know.html",
  "bibliography.html",
  "api/index.html",
  "api/laws.html",
  "api/models.html",
  "404.html",
];
const chapter = "a-photocopy-of-a-photocopy.html";
const widths = [390, 1280];
const types: Record<string, string> = {
  ".html": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
  ".woff2": "font/woff2",
};

let files: Project;
let out: string;
let site: Server;
let http: string;
const browser = new TestBrowser();
const { open } = browser;

before(async () => {
  files = await project(withLibrary);
  ({ out } = await buildBook({ root: files.root, run: storedOutputs() }));
  site = createServer(async (request, response) => {
    const path = join(out, new URL(request.url ?? "/", "http://x").pathname);
    const bytes = await readFile(path).catch(() => undefined);
    if (!bytes) {
      // Beside a text file a browser asks for an icon: pages carry theirs, texts cannot.
      response.writeHead(request.url === "/favicon.ico" ? 204 : 404).end();
      return;
    }
    const compress = !path.endsWith(".woff2");
    const head = {
      "content-type": types[extname(path)] ?? "text/plain",
      ...(compress && { "content-encoding": "gzip" }),
    };
    response.writeHead(200, head).end(compress ? gzipSync(bytes, { level: 9 }) : bytes);
  }).listen(0, "127.0.0.1");
  await new Promise((done) => site.once("listening", done));
  http = `http://127.0.0.1:${(site.address() as { port: number }).port}/`;
});

after(async () => {
  await browser.close();
  site?.close();
  await files?.[Symbol.asyncDispose]();
});

for (const name of pages) {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of widths) {
      test(`${name}, ${colorScheme}, ${width} px: does not scroll sideways, and breaks no WCAG A or AA rule with all parts open`, async (t) => {
        await open(t, http + name, { colorScheme, viewport: { width, height: 900 } }, async (page) => {
          const inner = await page.evaluate<number>("document.documentElement.scrollWidth");
          assert.ok(inner <= width, `the page is ${inner} px wide`);
          await page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true');
          assert.deepEqual(await accessibilityFaults(page), []);
        });
      });
    }
  }

  test(`${name} loads at most 12 files and 150 kB, all from its own host`, async (t) => {
    const bodies: Promise<number>[] = [];
    const hosts = new Set<string>();
    await open(t, "about:blank", {}, async (page) => {
      page.on("request", (request) => {
        if (!request.url().startsWith("data:")) hosts.add(new URL(request.url()).origin);
      });
      page.on("requestfinished", (request) => {
        if (!request.url().startsWith("data:"))
          bodies.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
      });
      await page.goto(http + name);
      await page.evaluate("scrollTo(0, document.body.scrollHeight)");
      await page.waitForLoadState("networkidle");
      await Promise.all(bodies);
    });
    const sizes = await Promise.all(bodies);
    assert.deepEqual([...hosts], [new URL(http).origin]);
    assert.ok(sizes.length <= 12, `${sizes.length} requests`);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    assert.ok(total <= 150_000, `${total} bytes`);
    t.diagnostic(`${name}: ${sizes.length} requests, ${total} bytes`);
  });
}

for (const from of ["http", "file"] as const) {
  for (const javaScriptEnabled of [true, false]) {
    test(`a chapter reads whole over ${from}://, ${javaScriptEnabled ? "with" : "without"} scripts`, async (t) => {
      const url = from === "http" ? http + chapter : pathToFileURL(join(out, chapter)).href;
      await open(t, url, { javaScriptEnabled }, async (page) => {
        for (const selector of [
          "h1",
          ".opening p",
          "figure svg path",
          ".katex-html",
          ".claim",
          ".margin-note",
          "figcaption",
        ]) {
          assert.ok(await page.locator(selector).first().isVisible(), `${selector} is visible`);
        }
        await page.locator("nav.way-on a[rel=next]").click();
        await page.waitForURL(/rare-things-die-first\.html/);
        assert.equal(await page.locator("h1").textContent(), "Rare things die first");
      });
    });
  }
}

for (const from of ["http", "file"] as const) {
  test(`the reference reads whole over ${from}://, without scripts, and leads on`, async (t) => {
    const page = "api/index.html";
    const url = from === "http" ? http + page : pathToFileURL(join(out, page)).href;
    await open(t, url, { javaScriptEnabled: false }, async (page) => {
      await page.getByRole("link", { name: "decay" }).click();
      await page.waitForURL(/laws\.html#decay$/);
      assert.ok(await page.getByRole("heading", { name: "decay" }).isVisible());
      assert.notEqual(
        await page.evaluate("getComputedStyle(document.querySelector('main')).maxWidth"),
        "none",
      );
      await page.locator(".entry-source a").first().click();
      await page.waitForURL(/decay\.ts\.txt$/);
      assert.match((await page.textContent("body")) ?? "", /a share of it.*t → ∞/s);
    });
  });
}

test("on a phone the contents open, lead on and close without any script", async (t) => {
  const options = { javaScriptEnabled: false, viewport: { width: 390, height: 844 } };
  await open(t, http + chapter, options, async (page) => {
    const contents = page.locator("#contents");
    assert.equal(await contents.isVisible(), false);
    await page.getByRole("button", { name: "Contents" }).click();
    assert.equal(await contents.isVisible(), true);
    await page.keyboard.press("Escape");
    assert.equal(await contents.isVisible(), false);
    await page.getByRole("button", { name: "Contents" }).click();
    await contents.getByRole("link", { name: "Rare things die first" }).click();
    await page.waitForURL(/rare-things/);
  });
});

test("on a phone notes fold under their paragraph; on a wide page they stand in the margin", async (t) => {
  await open(t, http + chapter, { viewport: { width: 390, height: 844 } }, async (page) => {
    assert.equal(await page.locator(".margin-note").first().isVisible(), false);
    assert.equal(await page.locator(".folded-note").first().isVisible(), true);
    await page.setViewportSize({ width: 1280, height: 900 });
    assert.equal(await page.locator(".folded-note").first().isVisible(), false);
    const note = await page.locator(".margin-note").first().boundingBox();
    const text = await page.locator("main").boundingBox();
    assert.ok(note && text && note.x >= text.x + text.width, "the note is beside the text");
    assert.ok(note.x + note.width <= 1280);
  });
});

test("in a low window the contents begin where the page is", async (t) => {
  await open(
    t,
    `${http}rare-things-die-first.html`,
    { viewport: { width: 1280, height: 240 } },
    async (page) => {
      const inside = `(() => {
      const contents = document.getElementById("contents").getBoundingClientRect();
      const here = document.querySelector(".contents li > [aria-current]").getBoundingClientRect();
      return here.top >= contents.top && here.bottom <= contents.bottom;
    })()`;
      assert.equal(await page.evaluate(inside), true);
      assert.ok(
        Number(await page.evaluate("document.getElementById('contents').scrollTop")) > 0,
        "else nothing was tried",
      );
      assert.equal(await page.evaluate("scrollY"), 0, "the page itself stays");
    },
  );
});

test("on a phone each card of the way on has a line of its own", async (t) => {
  await open(
    t,
    `${http}rare-things-die-first.html`,
    { viewport: { width: 390, height: 800 } },
    async (page) => {
      for (const card of await page.locator("nav.way-on a").all()) {
        assert.ok((await card.boundingBox())!.width > 340);
      }
      assert.ok((await page.locator("nav.way-on a").count()) > 0);
    },
  );
});

test("figures follow the theme, and a chosen theme is remembered", async (t) => {
  await open(t, http + chapter, { colorScheme: "light" }, async (page) => {
    const script = `getComputedStyle(document.querySelector("figure svg [stroke='var(--accent)']")).stroke`;
    const colour = (): Promise<string> => page.evaluate(script);
    assert.equal(await colour(), "rgb(154, 52, 18)");
    const button = page.locator(".contents .theme");
    await button.click();
    await button.click();
    assert.equal(await button.textContent(), "Theme: dark");
    assert.equal(await colour(), "rgb(253, 186, 116)");
    await page.reload();
    assert.equal(await colour(), "rgb(253, 186, 116)");
  });
});

/** The first code that stands open on the page; its width can be set, and whether it is a stop of the Tab key. */
const openCode = `[...document.querySelectorAll(".code")].find((each) => each.checkVisibility())`;
const [narrow, wide] = ["5rem", "300rem"];
const setCode = async (page: Page, width: string): Promise<void> => {
  await page.evaluate(`${openCode}.style.width = "${width}"`);
  await page.waitForFunction(`${openCode}.hasAttribute("tabindex") === ${width === narrow}`);
};

test("arrow keys turn chapters while nothing is focused, and the page says so", async (t) => {
  await open(t, http + chapter, {}, async (page) => {
    assert.match(
      (await page.locator(".keys").textContent()) ?? "",
      /^← and → turn the pages, while nothing is focused\./,
    );
    assert.ok(await page.locator(".keys").isVisible());
    const kinds = [
      "summary:visible",
      "main a:visible",
      "button.copy:visible",
      ".contents a:visible",
      ".code[tabindex]:visible",
    ];
    await setCode(page, narrow);
    for (const kind of kinds) {
      await page.locator(kind).first().focus();
      assert.ok(
        await page.evaluate(`document.activeElement.matches("${kind.replace(":visible", "")}")`),
        kind,
      );
      for (const key of ["ArrowRight", "ArrowLeft"]) await page.keyboard.press(key);
    }
    assert.match(page.url(), /photocopy/);
    await page.evaluate("document.activeElement.blur()");
    await page.keyboard.press("Control+ArrowRight");
    assert.match(page.url(), /photocopy/);
    await page.keyboard.press("ArrowRight");
    await page.waitForURL(/rare-things/);
    await page.keyboard.press("ArrowLeft");
    await page.waitForURL(/photocopy/);
  });
});

test("without scripts no page speaks of keys that do nothing", async (t) => {
  await open(t, http + chapter, { javaScriptEnabled: false }, async (page) => {
    assert.equal(await page.locator(".keys").isVisible(), false);
    // and whatever scrolls can be reached
    assert.equal(await page.locator("[role=group].code:not([tabindex])").count(), 0);
  });
});

test("a region takes the focus as long as it is cut off, names in code never", async (t) => {
  await open(t, http + chapter, {}, async (page) => {
    await setCode(page, wide);
    await setCode(page, narrow);
    await setCode(page, wide);
    assert.equal(await page.locator(".code a:not([tabindex='-1'])").count(), 0);
  });
});

test("the Tab key stops once at links of a kind, and arrows reach the others", async (t) => {
  await open(t, http + chapter, {}, async (page) => {
    const here = (): Promise<string> => page.evaluate("document.activeElement.textContent.trim()");
    await page.keyboard.press("Tab"); // the skip link
    await page.keyboard.press("Tab");
    assert.equal(await here(), "Search");
    await page.keyboard.press("Tab");
    assert.match(await here(), /^1 ?A photocopy/, "the contents begin at the page that is open");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    assert.equal(await here(), "Preface");
    await page.keyboard.press("Home");
    assert.equal(await here(), "Generation Loss");
    await page.keyboard.press("ArrowUp");
    assert.equal(await here(), "Generation Loss");
    await page.keyboard.press("End");
    assert.equal(await here(), "Reference");
    await page.keyboard.press("Tab");
    assert.match(await here(), /^Theme/);
    await page.keyboard.press("Shift+Tab");
    assert.equal(await here(), "Reference", "one comes back to where one left");
    const heads = page.locator("main .permalink");
    await heads.first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const second = await heads.nth(1).getAttribute("href");
    await page.waitForURL((url) => url.hash === second); // a moment after the key
  });
});

test("a heading is a link to itself", async (t) => {
  await open(t, http + chapter, {}, async (page) => {
    const ids = await page.evaluate<string[]>(
      "[...document.querySelectorAll('main :is(h2, h3)')].map((h) => h.querySelector('a.permalink')?.hash.slice(1) ?? h.outerHTML)",
    );
    assert.ok(ids.length > 4);
    for (const id of ids) assert.equal(await page.locator(`[id="${id}"]`).count(), 1, id);
    const figure = page.locator("figcaption .permalink").first();
    await figure.click();
    assert.match(page.url(), /#fig-/);
  });
});

for (const javaScriptEnabled of [true, false])
  test(`on paper every fold is open, and none is afterwards, ${javaScriptEnabled ? "with" : "without"} scripts`, async (t) => {
    await open(t, http + chapter, { javaScriptEnabled }, async (page) => {
      const inside = page.locator("main details:not(.data, .folded-note) > :not(summary)");
      const count = await inside.count();
      assert.ok(count > 3);
      for (let i = 0; i < count; i++) assert.equal(await inside.nth(i).isVisible(), false);
      await page.emulateMedia({ media: "print" });
      for (let i = 0; i < count; i++) {
        assert.ok(await inside.nth(i).isVisible(), await inside.nth(i).innerHTML());
        assert.ok(((await inside.nth(i).boundingBox())?.height ?? 0) > 0);
      }
      await page.emulateMedia({ media: "screen" });
      assert.equal(await inside.first().isVisible(), false);
      if (!javaScriptEnabled) return;
      const open = (): Promise<number> => page.locator("details[open]").count();
      await page.evaluate("dispatchEvent(new Event('beforeprint'))");
      assert.equal(await open(), await page.locator("details").count());
      await page.evaluate("dispatchEvent(new Event('afterprint'))");
      assert.equal(await open(), 0);
    });
  });

test("figure labels stay readable on a phone", async (t) => {
  await open(t, http + chapter, { viewport: { width: 390, height: 844 } }, async (page) => {
    const height = await page.evaluate<number>(`(() => {
      const text = document.querySelector("figure svg text");
      const svg = text.ownerSVGElement;
      const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      return scale * Number.parseFloat(getComputedStyle(text).fontSize);
    })()`);
    assert.ok(height >= 10, `labels are ${height} px`);
  });
});
