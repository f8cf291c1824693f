/** A rubric is changed and cleared in a real browser, by keys alone. */
import assert from "node:assert/strict";
import { after } from "node:test";
import type { Page } from "playwright-core";
import { TestBrowser } from "../../tools/testBrowser.ts";
import type { ReviewedCourse } from "../tools/reviewedCourse.ts";
import { go, says, textOf, toExercise, untilSaved, wrote } from "../tools/reviewSteps.ts";
import { reviewTest } from "../tools/reviewTest.ts";
import { servedReview } from "../tools/servedReview.ts";

const browser = new TestBrowser();
const { open } = browser;
after(() => browser.close());

const scores = (course: ReviewedCourse): (number | null)[] =>
  course.gradebook.manualMarks("hw1").map(({ score }) => score);

/** Adds an item at the answer that is shown, where it is ticked. */
async function add(page: Page, words: string, points: string): Promise<void> {
  await page.keyboard.press("a");
  await page.keyboard.type(words);
  await page.keyboard.press("Tab");
  await page.keyboard.type(points);
  await page.keyboard.press("Enter");
  await says(page, "#rubric .text", new RegExp(words));
  await untilSaved(page);
}

/** Presses Tab until the button with these words has the focus. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let step = 0; step < 8; step += 1) {
    const text = await page.evaluate<string>("document.activeElement?.textContent ?? ''");
    if (text === words) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`no way to ${words} by Tab`);
}

reviewTest(
  "an item is renamed and given other points by keys; marks that follow from it change",
  async (t) => {
    const course = wrote();
    const { address } = await servedReview(t, course);
    await open(t, address, {}, async (page) => {
      await toExercise(page, "Why it shrinks");
      await go(page, "u");
      await add(page, "names the sample", "2");
      await go(page, "u");
      await page.keyboard.press("1");
      await untilSaved(page);
      await page.reload();
      await page.waitForSelector("#mark");
      await page.keyboard.press("i");
      await page.keyboard.press("1");
      await says(page, ".editing small", /^2 answers have it/);
      assert.equal(await page.evaluate("document.activeElement.value"), "names the sample");
      await page.keyboard.press("End");
      await page.keyboard.type(" size");
      await page.keyboard.press("Tab");
      await page.keyboard.type("3");
      await page.keyboard.press("Enter");
      await says(page, "#rubric .text", /^names the sample size$/);
      assert.equal(await page.inputValue("#score"), "3");
    });
    assert.deepEqual(scores(course), [3, 3]);
  },
);

reviewTest(
  "an item is removed by keys: the page says what becomes of the answers that have it, and asks",
  async (t) => {
    const course = wrote();
    const { address } = await servedReview(t, course);
    await open(t, address, {}, async (page) => {
      await toExercise(page, "Why it shrinks");
      await go(page, "u");
      await add(page, "names the sample", "2");
      await add(page, "names the factor", "1");
      assert.equal(await page.inputValue("#score"), "3");
      await go(page, "u");
      await page.keyboard.press("1");
      await untilSaved(page);
      await go(page, "u");
      await page.keyboard.press("1");
      await page.keyboard.press("f");
      await untilSaved(page);
      await page.keyboard.press("s");
      await go(page, "k");
      assert.deepEqual(scores(course).sort(), [2, 3, 4]);

      // Left again, nothing is done; then once more.
      await page.keyboard.press("i");
      await page.keyboard.press("1");
      await tabTo(page, "Remove the item");
      await page.keyboard.press("Enter");
      await says(page, ".ask p", /^3 answers have this item: 1 counted anew/);
      assert.match(
        await textOf(page, ".ask p"),
        /1 to be read again.*1 with points given by hand, which stay\.$/,
      );
      await page.keyboard.press("Escape");
      await page.locator(".editing").waitFor({ state: "detached" });
      assert.equal(await page.evaluate("document.activeElement.className"), "edit", "back where it began");
      assert.deepEqual(scores(course).sort(), [2, 3, 4]);
      await page.keyboard.press("Enter");
      await tabTo(page, "Remove the item");
      await page.keyboard.press("Enter");
      await says(page, ".ask p", /^3 answers/);
      assert.equal(await page.evaluate("document.activeElement.textContent"), "Remove it from all");
      await page.keyboard.press("Enter");
      await page.locator("#rubric li").nth(1).waitFor({ state: "detached" });
      assert.match(await textOf(page, "#rubric .text"), /^names the factor$/);
      // This answer had no other item.
      assert.equal(await page.inputValue("#score"), "");
      await says(page, "#saved", /Not marked yet/);
    });
    assert.deepEqual(scores(course).sort(), [1, 4]);
  },
);

reviewTest("an item that no answer has goes at once", async (t) => {
  const course = wrote();
  course.gradebook.saveRubricItem({
    ...{ id: "i", assignment: "hw1", notebook: "one", gradeId: "why", text: "typo", points: -0.5 },
  });
  const { address } = await servedReview(t, course);
  await open(t, address, {}, async (page) => {
    await toExercise(page, "Why it shrinks");
    await go(page, "u");
    await page.getByRole("button", { name: "Edit typo" }).click();
    await page.getByRole("button", { name: "Remove the item" }).click();
    await page.locator("#rubric li").first().waitFor({ state: "detached" });
  });
  assert.deepEqual(course.gradebook.rubric("hw1"), []);
});
