import type { Page } from "playwright-core";
import { notebookWith, type ReviewedCourse, reviewedCourse } from "./reviewedCourse.ts";

export const ids: readonly string[] = ["ada", "bob", "eve", "zoe"];

/** A course in which all answered all, and the tests failed one. */
export function wrote(): ReviewedCourse {
  const course = reviewedCourse(ids);
  for (const id of ids) {
    course.handIn(
      id,
      notebookWith({
        why: `Because $M$ is finite, says ${id}.`,
        half: "const half = (x: number) => x / 3;",
        own: "A picture.",
      }),
    );
    course.judge(id, {
      ...{ status: "fail", score: 0, output: "printed" },
      tests: [
        { title: "visible checks", hidden: false, status: "fail", message: "must be 2, got 1.33", ms: 1 },
      ],
    });
  }
  return course;
}

/** Waits until what was given is saved. */
export const untilSaved = (page: Page): Promise<unknown> => page.waitForSelector("#saved.done");
/** Waits until a part of the page says this. */
export const says = (page: Page, selector: string, words: RegExp): Promise<void> =>
  page.locator(selector, { hasText: words }).waitFor();
/** What a part of the page says, on one line. */
export const textOf = (page: Page, selector: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .textContent()
    .then((text) => (text ?? "").replace(/\s+/g, " ").trim());
/** Presses a key that leads to another page, and waits for it. */
export async function go(page: Page, key: string): Promise<void> {
  const before = page.url();
  await page.keyboard.press(key);
  await page.waitForURL((url) => url.href !== before);
  await page.waitForSelector("h1");
}
/** Opens an exercise from the list of all. */
export const toExercise = async (page: Page, title: string): Promise<void> => {
  await page.waitForSelector("table");
  await page.getByRole("link", { name: title }).click();
  await page.waitForSelector(".answers");
  await page.waitForLoadState(); // a key before the page's program is one to nobody
};
