/** A book that a device keeps: whole after one visit, never older than it says. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { BothBrowsers } from "../tools/bothBrowsers.ts";
import { pressed, type Said } from "./tools/liveSteps.ts";
import {
  clickAndLeave,
  editions,
  goTo,
  keptDigests,
  reload,
  seen,
  until,
  untilKept,
  untilWhole,
} from "./tools/offlineSteps.ts";
import { readerFiles } from "./tools/readerFiles.ts";
import { type Answer, asked, typed } from "./tools/searchSteps.ts";
import { SiteHost } from "./tools/siteHost.ts";
import { type TwoEditions, twoEditions } from "./tools/twoEditions.ts";

const chapter = "a-photocopy-of-a-photocopy.html";
const other = "what-we-know.html";
const pages = ["", "index.html", chapter, other, "preface", "run.html", "404.html"];
const offline = /Failed to load resource|NetworkError|ERR_|404/;
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
  await browsers.close();
  await books?.[Symbol.asyncDispose]();
});

/** What was asked for and how often, if more than once. */
const twice = (paths: readonly string[]): string[] => [
  ...new Set(paths.filter((path, index) => paths.indexOf(path) !== index)),
];

for (const { name, open } of browsers)
  test(`after one visit of one page the whole book is there without a server, in ${name}`, async (t) => {
    await open(
      t,
      host.http + chapter,
      async (page) => {
        await untilKept(page);
        const missing = readerFiles(books.one).filter((path) => !host.asked.includes(path));
        assert.deepEqual(missing, [], "everything was loaded");
        await host.stop();
        for (const path of pages) {
          await goTo(page, host.http + path);
          const { title, kept } = await seen(page);
          assert.notEqual(title, "");
          assert.match(
            kept,
            /^You are reading the edition that this device has kept, loaded on \d+ \w+ 20\d\d\. /,
          );
        }
        await goTo(page, host.http + chapter);
        assert.match(((await page.evaluate(pressed("read"))) as Said)[0], /the same as the book\.$/);
        await page.evaluate(typed("/"));
        const [, found] = (await page.evaluate(asked("photocopy"))) as Answer;
        assert.ok(found.some((address) => address.startsWith(chapter)));
        for (const path of ["nowhere.html", "deep/down/nowhere.html"]) {
          await goTo(page, host.http + path);
          assert.equal((await seen(page)).title, "This copy was lost");
          assert.match(
            String(await page.evaluate("getComputedStyle(document.body).fontFamily")),
            /Source Serif/,
          );
        }
      },
      offline,
    );
  });

for (const { name, open } of browsers)
  test(`a new edition is read at once with a network, and told of where an older one is open, in ${name}`, async (t) => {
    await open(
      t,
      host.http + chapter,
      async (page) => {
        await untilKept(page);
        await goTo(page, host.http + chapter);
        await untilKept(page);
        assert.equal((await seen(page)).kept, "");
        host.publish(books.two);
        host.asked.length = 0;
        await page.evaluate("navigator.serviceWorker.getRegistration().then((it) => it.update())");
        await until(page, "document.querySelector('.newer-edition button')");
        const { newer, text } = await seen(page);
        assert.match(newer, /^This page has a newer edition\./);
        assert.doesNotMatch(text, /second edition/, "the page stays as it is");
        const same = host.asked.filter((path) =>
          /^\/(?:data|api|assets\/live\/(?!a-photo))|woff2|\/book\./.test(path),
        );
        assert.deepEqual(same, [], "what has not changed is not asked for again");
        assert.match(
          ((await page.evaluate(pressed("read"))) as Said)[0],
          /the same as the book/,
          "the open page has its own scripts, which the site has no more",
        );
        assert.equal((await editions(page)).length, 2, "they are kept for it");
        await clickAndLeave(page, ".newer-edition button");
        assert.match((await seen(page)).text, /second edition/);
        await untilKept(page);
        assert.equal((await seen(page)).newer, "");
        await until(page, "caches.keys().then((names) => names.length === 1)");
        await host.stop();
        await goTo(page, `${host.http}preface.html`);
        await goTo(page, host.http + chapter);
        assert.match((await seen(page)).text, /device has kept.*second edition/s);
      },
      offline,
    );
  });

for (const { name, open } of browsers)
  test(`the site is asked first, and what it says late is told, in ${name}`, async (t) => {
    await open(
      t,
      host.http + other,
      async (page) => {
        await untilKept(page);
        await goTo(page, host.http + other);
        host.publish(books.two);
        // A browser that is just looking for the same takes no second question, and on a busy machine now and then none any
        // more until it comes to a page again: it is asked until it hears, from a page that it comes to anew.
        for (let tries = 1; ; tries += 1) {
          await page.evaluate("navigator.serviceWorker.getRegistration().then((it) => void it.update())");
          const isLast = tries === 6;
          if (
            await untilWhole(page, 2, 25).then(
              () => true,
              (fault) => (isLast ? Promise.reject(fault) : false),
            )
          )
            break;
          await goTo(page, host.http + other);
        }
        assert.equal((await seen(page)).newer, "", "of another chapter's change a page says nothing");
        await goTo(page, host.http + chapter);
        assert.match((await seen(page)).text, /second edition/, "the site's page, though another is kept");
        assert.equal((await seen(page)).kept, "");
        await untilKept(page);
        host.slowMs = 5000;
        await goTo(page, `${host.http}preface.html`);
        assert.match((await seen(page)).kept, /The site has not answered in time\. Try again$/);
        await until(
          page,
          "/^The site has answered late. This is its newest/.test(document.querySelector('.kept-edition').textContent)",
        );
        await reload(page);
        assert.equal((await seen(page)).kept, "", "who asks again has time");
        assert.match((await seen(page)).title, /Preface/);
      },
      offline,
    );
  });

for (const { name, open } of browsers)
  test(`a load that was cut goes on where it stopped, and the edition before stays whole, in ${name}`, async (t) => {
    let broken = "";
    await open(
      t,
      host.http + other,
      async (page) => {
        host.breaks = (path) => {
          if (broken === "" && host.asked.length > 30) broken = path;
          return path === broken;
        };
        await until(
          page,
          "/The rest follows when the site/.test(document.querySelector('.offline')?.textContent)",
        );
        host.breaks = () => false;
        await page.evaluate("void dispatchEvent(new Event('online'))");
        await untilKept(page);
        const again = twice(host.asked).filter(
          (path) => path !== broken && !/^\/(?:what|service|assets)/.test(path),
        );
        assert.deepEqual(again, [], "nothing twice but what the page itself had asked for");

        host.publish(books.two);
        host.breaks = (path) => /search|index|epub/.test(path);
        await page.evaluate("navigator.serviceWorker.getRegistration().then((it) => it.update())");
        await until(
          page,
          "/^An older edition .* The rest follows/.test(document.querySelector('.offline')?.textContent)",
        );
        await host.stop();
        await goTo(page, host.http + chapter);
        assert.doesNotMatch(
          (await seen(page)).text,
          /second edition/,
          "not from the new one, which is not whole",
        );
        assert.match(((await page.evaluate(pressed("read"))) as Said)[0], /the same as the book/);
        host.breaks = () => false;
        await host.start();
        await page.evaluate("void dispatchEvent(new Event('online'))");
        await until(page, "document.querySelector('.newer-edition button')");
        await host.stop();
        await clickAndLeave(page, ".newer-edition button");
        assert.match((await seen(page)).text, /device has kept.*second edition/s);
      },
      offline,
    );
  });

for (const { name, open } of browsers)
  test(`a site that is replaced while it is loaded is kept as the new one, without a file of the old, in ${name}`, async (t) => {
    await open(
      t,
      host.http + other,
      async (page) => {
        host.slowMs = 60;
        await until(page, "/Keeping this book/.test(document.querySelector('.offline')?.textContent)");
        host.publish(books.two);
        await untilKept(page);
        host.slowMs = 0;
        await goTo(page, host.http + other);
        await until(page, "caches.keys().then((names) => names.length === 1)");
        const expected = readerFiles(books.two)
          .filter((path) => path !== "/service-worker.js")
          .map((path) => [
            path,
            createHash("sha256")
              .update(readFileSync(books.two + path))
              .digest("hex"),
          ]);
        assert.deepEqual(await keptDigests(page), Object.fromEntries(expected.sort()));
      },
      offline,
    );
  });
