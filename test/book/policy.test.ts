/** Pages under the strict policy that the site's file of headers has a host send. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { BothBrowsers } from "../tools/bothBrowsers.ts";
import { TestBrowser } from "../tools/testBrowser.ts";
import { type LiveSite, liveSite } from "./tools/liveSite.ts";
import { edit, pressed, run, type Said } from "./tools/liveSteps.ts";

const browser = new TestBrowser();
const browsers = new BothBrowsers();
const { open } = browser;
let site: LiveSite;
before(async () => {
  site = await liveSite(undefined, { withHeaders: true });
});
after(async () => {
  await browser.close();
  await browsers.close();
  await site?.[Symbol.asyncDispose]();
});

/** The policy that a path comes with, by directive. */
async function policyAt(path: string): Promise<ReadonlyMap<string, string>> {
  const answer = await fetch(site.http + path);
  await answer.arrayBuffer();
  const text = answer.headers.get("content-security-policy") ?? "";
  return new Map(text.split("; ").map((part) => [part.split(" ")[0]!, part.slice(part.indexOf(" ") + 1)]));
}

/** Waits until something holds, without the `eval` that the pages forbid. */
async function until(page: Page, isTrue: string): Promise<void> {
  for (let tries = 0; tries < 1200; tries += 1) {
    if (await page.evaluate(isTrue)) return;
    await page.waitForTimeout(50);
  }
  assert.fail(`not within a minute: ${isTrue}`);
}

/** A module that adds two numbers. */
const adds =
  "0,97,115,109,1,0,0,0,1,7,1,96,2,127,127,1,127,3,2,1,0,7,7,1,3,97,100,100,0,0,10,9,1,7,0,32,0,32,1,106,11";
const usesWasm = `const { instance } = await WebAssembly.instantiate(new Uint8Array([${adds}]));
(instance.exports.add as (a: number, b: number) => number)(40, 2)`;
const drawsChart = `({ $schema: "https://vega.github.io/schema/vega-lite/v6.json", data: { values: [{ x: 1, y: 2 }, { x: 2, y: 3 }] },
  mark: "line", encoding: { x: { field: "x", type: "quantitative" }, y: { field: "y", type: "quantitative" } } })`;

test("pages run no script and no style but their own files' and what is told by its digest, and ask for nothing", async () => {
  const page = await policyAt(new URL(site.at("http")).pathname);
  assert.equal(page.get("default-src"), "'none'");
  assert.match(page.get("script-src") ?? "", /^'self'(?: 'sha256-[\w+/=]{44}')+$/);
  assert.equal(page.get("style-src"), "'self'");
  assert.equal(page.get("worker-src"), "'self'");
  assert.equal(page.get("manifest-src"), "'self'");
  assert.equal(page.get("connect-src"), undefined, "as the default");
  for (const name of ["base-uri", "form-action"]) assert.equal(page.get(name), "'none'");
  assert.deepEqual(await policyAt("/"), await policyAt("/index.html"));
  assert.equal((await policyAt("/404.html")).get("default-src"), "'none'");
});

for (const { name, open } of browsers)
  test(`every cell runs under the policies in ${name}, and nothing is refused`, async (t) => {
    await open(t, site.at("http"), async (page) => {
      for (const id of ["setup", "double", "push", "read", "alone", "later", "shows", "states"])
        assert.match(((await page.evaluate(pressed(id))) as Said)[0], /the same as the book\.$/, id);
      const told = await page.evaluate(`(async () => {
        const button = document.querySelector(".same-here");
        button.click();
        while (button.ariaDisabled === "true") await new Promise((done) => setTimeout(done, 10));
        return document.querySelector(".badges .live-state").textContent;
      })()`);
      assert.match(String(told), /: 2 the same\.$/);
      assert.equal(
        await page.evaluate(
          "document.fonts.ready.then((fonts) => [...fonts].filter(({ status }) => status === 'error').length)",
        ),
        0,
      );
    });
    assert.deepEqual(site.refused, []);
    const worker =
      site.asked.find((path) => /\/worker\.\w+\.js$/.test(path)) ?? assert.fail("the worker is a file");
    assert.deepEqual([...(await policyAt(worker))].slice(0, 2), [
      ["default-src", "'none'"],
      ["script-src", "'unsafe-eval' 'wasm-unsafe-eval'"],
    ]);
  });

test("a changed cell, WebAssembly, a chart and Stop work under the policies, and nothing is refused", async (t) => {
  await open(t, site.at("http"), {}, async (page) => {
    await edit(page, "double", usesWasm);
    assert.equal((await run(page, "double"))[1], "42");
    await edit(page, "shows", drawsChart);
    assert.match((await run(page, "shows"))[0], /^Computed here/);
    assert.ok((await page.locator("#cell-shows .live-outputs svg path").count()) > 2);
    assert.equal(
      await page.evaluate("getComputedStyle(document.querySelector('#cell-double .cm-editor')).display"),
      "flex",
      "the editor's styles are there",
    );
    await edit(page, "double", "while (true) {}");
    await page.locator("#cell-double .run").click();
    await page.locator("#cell-double .stop").click();
    await until(page, "/^Stopped/.test(document.querySelector('#cell-double .live-state').textContent)");
    assert.match((await run(page, "read"))[0], /, with 2 cells before it: the same as the book/);
  });
  assert.deepEqual(site.refused, []);
});

test("a cell that makes up an import or a request reaches nothing, by the policy of its worker", async (t) => {
  const asked = site.asked.length;
  const tries = `const tried = async (ask: () => unknown) => { try { return await ask() } catch { return "refused" } };
[await tried(() => new Function("return import('/stand-in.js')")()), await tried(() => (0, eval)("import('data:text/javascript,1')"))].join()`;
  const look = async (page: Page): Promise<void> => {
    await edit(page, "double", tries);
    assert.equal((await run(page, "double"))[1], "'refused,refused'");
  };
  await open(t, site.at("http"), {}, look, /Content Security Policy/);
  assert.ok(
    site.refused.some((report) => report.includes("script-src")),
    "what a worker is refused is seen here",
  );
  assert.deepEqual(
    site.asked.slice(asked).filter((path) => path.includes("stand-in")),
    [],
  );
});

test("a worker that cannot be loaded is told of, and Run tries again", async (t) => {
  const look = async (page: Page): Promise<void> => {
    await page.route(/\/worker\.\w+\.js$/, (route) => route.abort());
    assert.match(
      (await run(page, "double"))[0],
      /^Not run: its worker failed: it could not be loaded\. Run tries again\.$/,
    );
    await page.unroute(/\/worker\.\w+\.js$/);
    assert.match((await run(page, "double"))[0], /the same as the book/);
  };
  await open(t, site.at("http"), {}, look, /Failed to load/);
});
