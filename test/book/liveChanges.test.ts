/** What a reader makes of cells: answers, changes that stay, links that carry them, claims computed anew. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { TestBrowser } from "../tools/testBrowser.ts";
import { type LiveSite, liveSite } from "./tools/liveSite.ts";
import { edit, run } from "./tools/liveSteps.ts";

const browser = new TestBrowser();
const { open } = browser;
let site: LiveSite;
before(async () => {
  site = await liveSite();
});
after(async () => {
  await browser.close();
  await site?.[Symbol.asyncDispose]();
});

test("an answer is tried by the check, which never says that it is all", async (t) => {
  await open(t, site.at("file"), {}, async (page) => {
    await page.evaluate("document.querySelector('details.check').open = true");
    assert.equal(await page.locator("#cell-sum-check .run").innerText(), "Check");
    const [not, why] = await run(page, "sum-check");
    assert.match(not, /^Not yet \(in .*\)\. See below\.$/);
    assert.match(why, /Not yet: one and two/);
    await edit(page, "sum-starter", "function sum(a: number, b: number): number {\n  return a + b;\n}");
    const [state] = await run(page, "sum-check");
    assert.match(
      state,
      /^✓ The test that you see passed \(in .*\)\. 1 more, which you do not see, is run when it is handed in/,
    );
  });
});

test("what a reader has changed is there after a reload, on this device alone, until it is reset", async (t) => {
  await open(t, site.at("http"), {}, async (page) => {
    await edit(page, "double", "base * 21");
    await page.reload();
    assert.match((await run(page, "double"))[0], /the same as the book/, "what is seen is what runs");
    const cell = page.locator("#cell-double");
    assert.equal(await cell.locator(".edit").innerText(), "Edit yours");
    await cell.locator(".edit").click();
    await cell.locator(".cm-content").waitFor();
    assert.equal((await run(page, "double"))[1], "42");
    await cell.locator(".reset").click();
    await page.reload();
    assert.equal(await cell.locator(".edit").innerText(), "Edit");
    assert.equal(await page.evaluate("document.cookie + localStorage.length"), "0");
  });
});

test("a link carries a changed cell, and nothing of it runs by itself", async (t) => {
  const permissions = ["clipboard-read", "clipboard-write"];
  const mine = "globalThis.ran = true; // ä€😀 + / =\nbase * 30";
  let link = "";
  await open(t, site.at("http"), { permissions }, async (page) => {
    await edit(page, "double", mine);
    await page.locator("#cell-double .link").click();
    await page.waitForFunction(
      "/^Copied/.test(document.querySelector('#cell-double .live-state').textContent)",
    );
    link = (await page.evaluate("navigator.clipboard.readText()")) as string;
    assert.match(link, /\.html#cell=double&code=[\w-]+$/);
  });
  await open(t, link, {}, async (page) => {
    const cell = page.locator("#cell-double");
    await cell.locator(".live-state").getByText("Nothing of it has run").waitFor();
    await page.waitForTimeout(300);
    assert.equal(await page.locator(".live-outputs:visible").count(), 0);
    assert.equal(
      await page.evaluate("'genlossRun' in globalThis"),
      false,
      "not even what runs cells is loaded",
    );
    assert.match((await run(page, "double"))[0], /the same as the book/, "what is seen is what runs");
    await cell.locator(".edit").click();
    await cell.locator(".cm-content").waitFor();
    assert.equal(await cell.locator(".cm-content").innerText(), mine);
    assert.equal((await run(page, "double"))[1], "60");
    assert.equal(await page.evaluate("localStorage.length"), 0, "it is not the reader's own yet");
  });
  for (const broken of [
    "#cell=double&code=%",
    "#cell=double&code=_w",
    "#cell=nobody&code=YQ",
    "#cell=double",
  ])
    await open(t, site.at("http") + broken, {}, async (page) => {
      assert.equal(await page.locator("#cell-double .edit").innerText(), "Edit", broken);
    });
});

test("a reader's own browser says whether the claims came out the same", async (t) => {
  await open(t, site.at("file"), {}, async (page) => {
    const told = async (): Promise<string> => {
      await page.locator(".same-here").click();
      await page.waitForFunction("document.querySelector('.same-here').ariaDisabled !== 'true'");
      return page.locator(".badges .live-state").innerText();
    };
    assert.match(
      await told(),
      /^Computed in your browser in 1 s, by plain JavaScript, with seed 1: 2 the same\.$/,
    );
    await page.evaluate("document.querySelector('#cell-setup details').open = true");
    await edit(page, "setup", "const base = 2.5; const log: number[] = [];");
    assert.match(
      await told(),
      /^Computed in your browser in 1 s, by plain JavaScript, with seed 1, with what you have changed: 2 within tolerance\.$/,
    );
    await edit(page, "setup", "throw new Error('no')");
    assert.match(await told(), /with what you have changed: 2 differ\.$/);
  });
});
