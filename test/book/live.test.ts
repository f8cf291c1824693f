/** A book whose readers run and change cells in its pages. */
import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import sirv from "sirv";
import { type BuildReport, buildBook } from "../../book/build.ts";
import { runNotebook } from "../../kernel/run/runNotebook.ts";
import { BothBrowsers } from "../tools/bothBrowsers.ts";
import { TestBrowser } from "../tools/testBrowser.ts";
import { liveChapter, liveSolutions, showing } from "./fixtures/liveChapter.ts";
import { accessibilityFaults } from "./tools/accessibilityFaults.ts";
import { first, type Project, project } from "./tools/project.ts";

const name = "a-photocopy-of-a-photocopy.html";
const config = `title: Generation Loss
subtitle: What a copy of a copy loses
description: A course on model collapse that runs.
bibliography: bibliography.json
live: true
parts:
  - title: The loop
    chapters:
      - file: ${first}
        slug: a-photocopy-of-a-photocopy
        claim: Cells run in the page.
        minutes: 5
        needs: nothing
`;
/** What a cell shows that would like to reach its page. */
const hostile = `<p onclick="globalThis.hit = 1" style="background: url(https://elsewhere.test/a); color: red">seen</p>
<img src="https://elsewhere.test/b" onerror="globalThis.hit = 2"><script>globalThis.hit = 3</script>
<a href="javascript:globalThis.hit = 4">link</a><iframe src="https://elsewhere.test/c"></iframe><form action="/d"><input></form>
<svg onload="globalThis.hit = 5"><use href="https://elsewhere.test/e"></use><script>globalThis.hit = 6</script></svg>`;
const asked: string[] = [];
let files: Project;
let report: BuildReport;
let server: Server;
let http: string;
const browser = new TestBrowser();
const browsers = new BothBrowsers();
const { open } = browser;

before(async () => {
  files = await project({ chapter: liveChapter(), solutions: liveSolutions, config: () => config });
  report = await buildBook({ root: files.root, run: runNotebook });
  const serve = sirv(report.out);
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    serve(request, response);
  }).listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  http = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(async () => {
  await browser.close();
  await browsers.close();
  server?.closeAllConnections();
  server?.close();
  await files?.[Symbol.asyncDispose]();
});

const at = (place: "file" | "http"): string =>
  place === "http" ? `${http}/${name}` : pathToFileURL(join(report.out, name)).href;

/** Presses a cell's Run, waits for its end, and gives what it says and what it shows. For either browser. */
const pressed = (id: string): string => `(async () => {
  const cell = document.querySelector("#cell-${id}");
  for (let fold = cell.querySelector("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  const [run, state] = [cell.querySelector(".live-button.run"), cell.querySelector(".live-state")];
  run.click();
  while (run.ariaDisabled === "true") await new Promise((done) => setTimeout(done, 10));
  const shown = cell.querySelector(".live-outputs");
  return [state.textContent, shown.hidden ? "" : shown.textContent];
})()`;

type Said = readonly [state: string, shown: string];
const run = (page: Pick<Page, "evaluate">, id: string): Promise<Said> =>
  page.evaluate(pressed(id)) as Promise<Said>;

const cells = ["setup", "double", "push", "read", "alone", "later", "shows", "states"];

for (const { name, open } of browsers)
  for (const place of ["file", "http"] as const)
    test(`every cell gives in ${name}, by ${place}, what the book prints, whichever is run first`, async (t) => {
      for (const order of [cells, cells.toReversed()])
        await open(t, at(place), async (page) => {
          for (const id of order) {
            const [state, shown] = (await page.evaluate(pressed(id))) as Said;
            assert.match(state, /^✓ Computed here in .* s.*: the same as the book\.$/, id);
            assert.equal(shown, "", "what the book prints is not shown again");
          }
        });
      assert.deepEqual(
        asked.filter((path) => !/^\/(?:[\w-]+\.html|assets\/[\w./-]+|favicon\.ico)$/.test(path)),
        [],
      );
    });

test("cells that a cell needs run before it, once, and again where another has changed their names", async (t) => {
  await open(t, at("file"), {}, async (page) => {
    assert.match((await run(page, "double"))[0], /, with 1 cell before it: the same/);
    assert.match((await run(page, "double"))[0], /in [\d.]+ s: the same/, "setup has run");
    assert.match((await run(page, "read"))[0], /, with 1 cell before it: the same/, "setup is as it was");
    assert.match(
      (await run(page, "push"))[0],
      /, with 1 cell before it: the same/,
      "the log is full already",
    );
  });
});

const edit = async (page: Page, id: string, text: string): Promise<void> => {
  const cell = page.locator(`#cell-${id}`);
  if (await cell.locator(".edit").isVisible()) await cell.locator(".edit").click();
  await cell.locator(".cm-content").focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(text);
};

test("a changed cell runs as changed, and so does what stands on it; Reset gives the book's back", async (t) => {
  await open(t, at("file"), {}, async (page) => {
    await page.evaluate("document.querySelector('#cell-setup details').open = true");
    await edit(page, "setup", "const base = 50;\nconst log: number[] = [1, 2, 3];");
    assert.deepEqual((await run(page, "double"))[1], "100");
    assert.equal((await run(page, "read"))[1], "4", "what it pushes to is the changed list");
    await page.locator("#cell-setup .reset").click();
    assert.match((await run(page, "double"))[0], /with 1 cell before it: the same as the book/);
  });
});

test("an error names the cell and the line, by the compiler in the page and by the build's", async (t) => {
  await open(t, at("file"), {}, async (page) => {
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
  await open(t, at("http"), {}, async (page) => {
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
  await open(t, at("http"), {}, async (page) => {
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
      requests.filter((url) => !url.startsWith(http) && !url.startsWith("blob:")),
      [],
    );
  });
});

for (const colorScheme of ["light", "dark"] as const)
  for (const width of [390, 1280])
    test(`nothing is in the way of anybody, run and changed, ${colorScheme}, ${width} px`, async (t) => {
      const viewport = { width, height: 900 };
      await open(t, at("http"), { colorScheme, viewport }, async (page) => {
        await run(page, "read");
        await edit(page, "alone", "const a = 1; // a comment\nmissing('word', 2 as number)");
        await run(page, "alone");
        assert.deepEqual(await accessibilityFaults(page), []);
        const tooWide = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
        assert.equal(tooWide, false);
      });
    });

test("the keyboard runs, changes and leaves a cell", async (t) => {
  await open(t, at("file"), {}, async (page) => {
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

test("an answer is tried by the check, which never says that it is all", async (t) => {
  await open(t, at("file"), {}, async (page) => {
    await page.evaluate("document.querySelector('details.check').open = true");
    assert.equal(await page.locator("#cell-sum-check .run").innerText(), "Check");
    const [not, why] = await run(page, "sum-check");
    assert.match(not, /^Not yet \(in .*\)\. See below\.$/);
    assert.match(why, /Not yet: one and two/);
    await edit(page, "sum-starter", "function sum(a: number, b: number): number {\n  return a + b;\n}");
    const [state] = await run(page, "sum-check");
    assert.match(state, /^✓ The check has nothing against your answer \(in .*\)\. It is not all/);
  });
});

test("what a reader has changed is there after a reload, on this device alone, until it is reset", async (t) => {
  await open(t, at("http"), {}, async (page) => {
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
  await open(t, at("http"), { permissions }, async (page) => {
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
    await open(t, at("http") + broken, {}, async (page) => {
      assert.equal(await page.locator("#cell-double .edit").innerText(), "Edit", broken);
    });
});

test("a reader's own browser says whether the claims came out the same", async (t) => {
  await open(t, at("file"), {}, async (page) => {
    const told = async (): Promise<string> => {
      await page.locator(".same-here").click();
      await page.waitForFunction("document.querySelector('.same-here').ariaDisabled !== 'true'");
      return page.locator(".badges .live-state").innerText();
    };
    assert.match(await told(), /^Computed in your browser in 1 s: 2 the same\.$/);
    await page.evaluate("document.querySelector('#cell-setup details').open = true");
    await edit(page, "setup", "const base = 2.5; const log: number[] = [];");
    assert.match(
      await told(),
      /^Computed in your browser in 1 s, with what you have changed: 2 within tolerance\.$/,
    );
    await edit(page, "setup", "throw new Error('no')");
    assert.match(await told(), /with what you have changed: 2 differ\.$/);
  });
});

test("on paper there are no buttons, and no lines of them", async (t) => {
  await open(t, at("file"), {}, async (page) => {
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".live-button:visible").count(), 0);
    assert.equal(await page.locator(".live-bar:visible").count(), 0);
  });
});

test("without scripts there are no buttons, and all can be read", async (t) => {
  await open(t, at("file"), { javaScriptEnabled: false }, async (page) => {
    assert.equal(await page.locator(".live-button").count(), 0);
    assert.match(await page.locator("#cell-double").innerText(), /base \* 2\s+4/);
  });
});
