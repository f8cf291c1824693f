/** A book on a device: as its reader wants it, beside other books, from hosts of all kinds. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { pathToFileURL } from "node:url";
import { BothBrowsers } from "../tools/bothBrowsers.ts";
import { TestBrowser } from "../tools/testBrowser.ts";
import { accessibilityFaults } from "./tools/accessibilityFaults.ts";
import { hostHeaders } from "./tools/hostHeaders.ts";
import { click, editions, goTo, seen, until, untilKept } from "./tools/offlineSteps.ts";
import { readerFiles } from "./tools/readerFiles.ts";
import { SiteHost } from "./tools/siteHost.ts";
import { type TwoEditions, twoEditions } from "./tools/twoEditions.ts";

const chapter = "a-photocopy-of-a-photocopy.html";
const other = "what-we-know.html";
const offline = /Failed to load resource|NetworkError|ERR_|404/;
const browser = new TestBrowser();
const browsers = new BothBrowsers(240_000, { serviceWorkers: true });
let books: TwoEditions;
let host: SiteHost;
before(async () => {
  books = await twoEditions();
});
beforeEach(async () => {
  host = new SiteHost(books.one);
  await host.start();
});
afterEach(() => host.stop());
after(async () => {
  await browser.close();
  await browsers.close();
  await books?.[Symbol.asyncDispose]();
});

test("two books of one host are kept apart, each in its folder, and removed alone", async (t) => {
  host.publish(dirname(books.one));
  await browser.open(
    t,
    `${host.http}one/${other}`,
    { serviceWorkers: "allow" },
    async (page) => {
      await untilKept(page);
      await page.goto(`${host.http}two/${other}`);
      await untilKept(page);
      assert.deepEqual(
        [...(await editions(page))].map((name) => name.replace(/^.*(\/\w+\/) \w+$/, "$1")).sort(),
        ["/one/", "/two/"],
      );
      await page.locator(".offline button").click();
      await until(page, "/^This book can be kept/.test(document.querySelector('.offline')?.textContent)");
      await host.stop();
      await page.goto(`${host.http}one/${chapter}`);
      assert.match((await seen(page)).kept, /device has kept/);
      assert.doesNotMatch((await seen(page)).text, /second edition/);
    },
    offline,
  );
});

test("a host that changes files on the way is told of, and none of it is kept as the book", async (t) => {
  host.alters = (path) => path === "/preface.html";
  await browser.open(
    t,
    host.http + other,
    { serviceWorkers: "allow" },
    async (page) => {
      await until(
        page,
        "/sends other files than this edition has/.test(document.querySelector('.offline')?.textContent)",
      );
      await host.stop();
      await page.goto(host.http + chapter).then(
        () => assert.fail("nothing is whole"),
        (error) => assert.match(String(error), /ERR_/),
      );
    },
    offline,
  );
});

for (const { name, open } of browsers)
  test(`the book is removed where a reader wants that, and kept again, in ${name}`, async (t) => {
    await open(
      t,
      host.http + other,
      async (page) => {
        await untilKept(page);
        await click(page, ".offline button");
        await until(page, "/^This book can be kept/.test(document.querySelector('.offline')?.textContent)");
        assert.deepEqual(await editions(page), []);
        host.asked.length = 0;
        await goTo(page, host.http + chapter);
        await until(page, "/^This book can be kept/.test(document.querySelector('.offline')?.textContent)");
        assert.equal(
          await page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)"),
          0,
        );
        assert.deepEqual(
          host.asked.filter((path) => /service-worker|preface|epub/.test(path)),
          [],
        );
        await click(page, ".offline button");
        await untilKept(page);
        await click(page, ".offline button");
        await until(page, "/^This book can be kept/.test(document.querySelector('.offline')?.textContent)");
        await click(page, ".offline button");
        await untilKept(page);
      },
      offline,
    );
  });

test("where data are to be saved nothing is loaded ahead; the page offers it", async (t) => {
  const saving = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })";
  await browser.open(t, "about:blank", { serviceWorkers: "allow", bypassCSP: true }, async (page) => {
    await page.addInitScript(saving);
    await page.goto(host.http + chapter);
    await until(page, "document.querySelector('.offline button')?.textContent === 'Keep it'");
    assert.match((await seen(page)).foot, /^This book can be kept on this device, up to \d+ MB, /);
    assert.deepEqual(
      host.asked.filter((path) => /service-worker|preface|search/.test(path)),
      [],
    );
    assert.deepEqual(await accessibilityFaults(page, ".foot"), []);
    await page.locator(".offline button").focus();
    await page.keyboard.press("Enter");
    await untilKept(page);
    host.publish(books.two);
    await page.goto(host.http + other);
    await untilKept(page);
  });
});

test("downloads of a kept page are of its edition, and need no network", async (t) => {
  await browser.open(
    t,
    host.http + other,
    { serviceWorkers: "allow" },
    async (page) => {
      await untilKept(page);
      await host.stop();
      await page.goto(host.http + chapter);
      await untilKept(page);
      const coming = page.waitForEvent("download");
      await page.locator("a[download]").first().click();
      const notebook = "notebooks/01-a-photocopy-of-a-photocopy.ipynb";
      const saved = join(books.one, "../saved.ipynb");
      await (await coming).saveAs(saved);
      assert.equal(readFileSync(saved, "utf8"), readFileSync(join(books.one, notebook), "utf8"));
    },
    offline,
  );
});

test("nothing leaves the origin, the lines have no faults, and the book can be installed", async (t) => {
  const elsewhere: string[] = [];
  await browser.open(
    t,
    host.http + other,
    { serviceWorkers: "allow", bypassCSP: true },
    async (page) => {
      page.context().on("request", (request) => {
        if (!request.url().startsWith(host.http)) elsewhere.push(request.url());
      });
      await page.waitForSelector("link[rel=manifest]", { state: "attached" });
      const devtools = await page.context().newCDPSession(page);
      const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
      assert.deepEqual(
        installabilityErrors.map(({ errorId }) => errorId),
        ["in-incognito"],
      );
      await untilKept(page);
      host.publish(books.two);
      await page.goto(host.http + chapter);
      await untilKept(page);
      await host.stop();
      await page.goto(host.http + chapter);
      await untilKept(page);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await accessibilityFaults(page), []);
      }
    },
    offline,
  );
  assert.deepEqual(elsewhere, []);
});

test("from a folder a page asks for nothing and says nothing of it", async (t) => {
  const requests: string[] = [];
  await browser.open(t, "about:blank", { serviceWorkers: "allow" }, async (page) => {
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(join(books.one, chapter)).href);
    await page.waitForTimeout(500);
    assert.equal((await seen(page)).foot, "");
    assert.equal(await page.locator("link[rel=manifest]").count(), 0);
  });
  assert.deepEqual(
    requests.filter((url) => /offline|manifest|service-worker/.test(url)),
    [],
  );
});

test("a host is told what may be taken from a browser's store: what is named by its content, and no page", () => {
  const headersOf = hostHeaders(books.one);
  for (const path of readerFiles(books.one)) {
    const control = new Map(headersOf(path)).get("cache-control") ?? "";
    const isPage = path.endsWith(".html") || path === "/service-worker.js";
    if (isPage) assert.equal(control, "no-cache", path);
    else assert.equal(/immutable/.test(control), /[.-]\w{8}\.(?:js|css|svg|woff2)$/.test(path), path);
  }
  assert.deepEqual(
    new Map(headersOf("/service-worker.js")).get("content-security-policy"),
    "default-src 'none'; connect-src 'self'",
  );
});
