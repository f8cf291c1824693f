/** Exercises in their page: what passed, and what is kept of it. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { BothBrowsers } from "../tools/bothBrowsers.ts";
import { TestBrowser } from "../tools/testBrowser.ts";
import { exercisesChapter, exercisesSolutions } from "./fixtures/exercisesChapter.ts";
import { accessibilityFaults } from "./tools/accessibilityFaults.ts";
import { type LiveSite, liveSite } from "./tools/liveSite.ts";
import { edit, run } from "./tools/liveSteps.ts";

const browser = new TestBrowser();
const browsers = new BothBrowsers();
const { open } = browser;
const book = { chapter: exercisesChapter(), solutions: exercisesSolutions };
let site: LiveSite;
before(async () => {
  site = await liveSite(undefined, book);
});
after(async () => {
  await browser.close();
  await browsers.close();
  await site?.[Symbol.asyncDispose]();
});

const right = "function sum(a: number, b: number): number {\n  return a + b;\n}";
const wrong = "function sum(a: number, b: number): number {\n  return a + Math.abs(b);\n}";
const openChecks = (page: Page): Promise<unknown> =>
  page.evaluate("for (const each of document.querySelectorAll('details.check')) each.open = true");
/** What exercises need has come: it is loaded as the first of them is near. */
const ready = async (page: Page): Promise<void> => {
  await page.locator("#ex-sum").scrollIntoViewIfNeeded();
  await page.locator(".answers").waitFor();
};
const marks = async (page: Page): Promise<string[]> => {
  await ready(page);
  return page.locator(".exercise .exercise-state").allInnerTexts();
};
const counted = (page: Page): Promise<string> => page.locator(".answers p").first().innerText();
const passedMark = " · ✓ the tests that you see passed here";

test("a failed check names the test, the value seen and the one wanted; one that passes says what was not tried", async (t) => {
  await open(t, site.at("file"), {}, async (page) => {
    await openChecks(page);
    await edit(page, "sum-starter", wrong);
    const [not, why] = await run(page, "sum-check");
    assert.match(not, /^Not yet \(in .*\)\. See below\.$/);
    assert.match(why, /Not yet: one less one\s+seen: 2\s+wanted: 0\s+hint: below nought, too/);
    assert.deepEqual(await marks(page), ["", ""]);
    await edit(page, "sum-starter", right);
    const [state] = await run(page, "sum-check");
    assert.match(
      state,
      /^✓ The 4 tests that you see passed \(in .*\)\. 2 more, which you do not see, are run when it is handed in, and by genloss check\.$/,
    );
    assert.deepEqual(await marks(page), [passedMark, ""]);
    assert.equal(await counted(page), "1 of 2 exercises checked here: the tests that you see passed.");
    assert.doesNotMatch(await page.locator("main").innerText(), /all (?:of the )?tests/i);
  });
});

test("in a book for a class nobody learns how many tests there are", async (t) => {
  const ofClass = await liveSite(undefined, { ...book, flavour: "class" });
  try {
    await open(t, ofClass.at("file"), {}, async (page) => {
      await openChecks(page);
      await edit(page, "sum-starter", right);
      const [state] = await run(page, "sum-check");
      assert.match(
        state,
        /^✓ The 4 tests that you see passed \(in .*\)\. More are run when it is handed in\.$/,
      );
      assert.doesNotMatch(await page.content(), /data-more|not whole/);
    });
  } finally {
    await ofClass[Symbol.asyncDispose]();
  }
});

/** Writes an answer into what is kept, and has it checked, in whatever browser: what the exercise and the panel say. */
const answered = `(async () => {
  document.querySelector("#ex-sum").scrollIntoView();
  while (!document.querySelector(".answers")) await new Promise((done) => setTimeout(done, 10));
  const given = document.querySelector("#cell-sum-starter code").textContent;
  const kept = { given, source: ${JSON.stringify(right)} };
  localStorage.setItem("generation-loss " + location.pathname + " sum-starter", JSON.stringify(kept));
  const check = document.querySelector("#cell-sum-check");
  check.closest("details").open = true;
  const run = check.querySelector(".run");
  run.click();
  while (run.ariaDisabled === "true") await new Promise((done) => setTimeout(done, 10));
  const said = document.querySelector("#ex-sum .exercise-state").textContent;
  const shown = document.querySelector("#cell-sum-starter .cm-content").textContent;
  localStorage.clear();
  return [check.querySelector(".live-state").textContent.split(" (")[0], said, shown.includes("a + b")];
})()`;
for (const { name, open } of browsers)
  for (const place of ["file", "http"] as const)
    test(`an answer of another day is opened, tried and marked in ${name}, by ${place}`, async (t) => {
      await open(t, site.at(place), async (page) => {
        const said = ["✓ The 4 tests that you see passed", passedMark, true];
        assert.deepEqual(await page.evaluate(answered), said);
      });
    });

for (const place of ["file", "http"] as const)
  test(`what passed is marked as long as the answer stays, here and on the cover, until it is forgotten, by ${place}`, async (t) => {
    await open(t, site.at(place), {}, async (page) => {
      await openChecks(page);
      await edit(page, "sum-starter", right);
      await run(page, "sum-check");
      await page.reload();
      assert.deepEqual(await marks(page), [passedMark, ""]);
      await page.goto(site.home(place));
      assert.equal(await page.locator(".exercise-state").innerText(), "✓ 1 of 2 exercises checked here");

      await page.goto(site.at(place));
      await openChecks(page);
      const [state] = await run(page, "sum-check");
      assert.match(state, /^✓ The 4 tests/, "the check opens the answer of another day, and tries it");
      await edit(page, "sum-starter", wrong);
      assert.deepEqual(await marks(page), [" · changed since its tests passed here", ""]);
      assert.match(await counted(page), /^0 of 2 exercises checked here/);
      await page.goto(site.home(place));
      await page.locator(".kept-note").waitFor();
      assert.equal(await page.locator(".exercise-state").count(), 0);

      await page.goto(site.at(place));
      await edit(page, "sum-starter", right);
      assert.deepEqual(await marks(page), [passedMark, ""], "it is the answer that passed");
      await page.locator(".answers .forget").click();
      assert.deepEqual(await marks(page), ["", ""]);
      assert.equal(await page.locator(".answers .forget").isVisible(), false);
      await page.reload();
      assert.deepEqual(await marks(page), ["", ""]);
      assert.equal(
        await page.locator("#cell-sum-starter .edit").innerText(),
        "Edit yours",
        "the answer stays",
      );

      await page.goto(site.home(place));
      await page.evaluate("localStorage.setItem('generation-loss /elsewhere/a.html b', '{}')");
      page.once("dialog", (dialog) => void dialog.dismiss());
      await page.locator(".forget-all").click();
      assert.equal(await page.evaluate("localStorage.length"), 2);
      page.once("dialog", (dialog) => void dialog.accept());
      await page.locator(".forget-all").click();
      assert.deepEqual(await page.evaluate("Object.keys(localStorage)"), [
        "generation-loss /elsewhere/a.html b",
      ]);
      assert.match(await page.locator(".kept-note").innerText(), /^Forgotten\./);
      await page.reload();
      assert.equal(await page.locator(".kept-note").count(), 0);
    });
  });

test("tests of the reader's own mark nothing, and neither does an answer that changed while they ran", async (t) => {
  await open(t, site.at("file"), {}, async (page) => {
    await openChecks(page);
    await edit(page, "sum-starter", wrong);
    await edit(page, "sum-check", "check('easy', sum(0, 0), 0)");
    assert.match((await run(page, "sum-check"))[0], /^✓/);
    assert.deepEqual(await marks(page), ["", ""]);
    await page.locator("#cell-sum-check .reset").click();
    await edit(
      page,
      "sum-starter",
      right.replace("{\n", "{\n  for (const end = Date.now() + 700; Date.now() < end; );\n"),
    );
    await page.locator("#cell-sum-check .run").click();
    await page.locator("#cell-sum-check .live-state").getByText("Running").waitFor();
    await edit(page, "sum-starter", wrong);
    await page.locator("#cell-sum-check .live-state").getByText("✓").waitFor();
    assert.deepEqual(await marks(page), ["", ""]);
  });
});

for (const colorScheme of ["light", "dark"] as const)
  for (const width of [390, 1280])
    test(`nothing is in the way of anybody, hints open and answers marked, ${colorScheme}, ${width} px`, async (t) => {
      await open(t, site.at("http"), { colorScheme, viewport: { width, height: 900 } }, async (page) => {
        await openChecks(page);
        await edit(page, "sum-starter", right);
        await run(page, "sum-check");
        await run(page, "half-check");
        await ready(page);
        for (const hint of await page.locator(".hint").all()) await hint.locator("summary").click();
        assert.deepEqual(await accessibilityFaults(page), []);
        assert.equal(await page.evaluate("document.documentElement.scrollWidth > innerWidth"), false);
        await page.goto(site.home("http"));
        await page.locator(".kept-note").waitFor();
        assert.equal(await page.locator(".exercise-state").count(), 1);
        assert.deepEqual(await accessibilityFaults(page), []);
        assert.equal(await page.evaluate("document.documentElement.scrollWidth > innerWidth"), false);
      });
    });

test("what exercises need is loaded as the first is near, and where it does not come, cells are checked all the same", async (t) => {
  await open(t, "about:blank", {}, async (page) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname.split("/").at(-1) ?? ""));
    await page.setViewportSize({ width: 1280, height: 200 });
    await page.goto(`${site.at("http")}`);
    await page.waitForLoadState("networkidle");
    assert.doesNotMatch(asked.join(), /answers|notebook|run\.|edit\./);
    await ready(page);
    assert.match(asked.join(), /practice/);
    await page.goto(site.home("http"));
    await page.waitForLoadState("networkidle");
    assert.equal(
      asked.filter((name) => name.startsWith("practice")).length,
      1,
      "the cover has nothing to say",
    );
  });
  await open(
    t,
    "about:blank",
    {},
    async (page) => {
      await page.route("**/practice.*.js", (route) => route.abort());
      await page.goto(site.at("http"));
      await openChecks(page);
      await edit(page, "sum-starter", right);
      assert.match((await run(page, "sum-check"))[0], /^✓ The 4 tests that you see passed/);
      assert.equal(await page.locator(".answers").count(), 0);
    },
    /ERR_FAILED/,
  );
});
