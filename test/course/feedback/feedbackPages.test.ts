import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { writeFeedback } from "../../../course/feedback/writeFeedback.ts";
import { accessibilityFaults } from "../../book/tools/accessibilityFaults.ts";
import { TestBrowser } from "../../tools/testBrowser.ts";
import { feedbackOn } from "../tools/feedbackOn.ts";
import { notebookWith, reviewedCourse } from "../tools/reviewedCourse.ts";

const browser = new TestBrowser();
const { open } = browser;
let folder: string;
after(() => browser.close());

before(() => {
  const course = reviewedCourse(["ada", "bob", "eve"]);
  const bare = JSON.parse(
    notebookWith({
      half: "function half(x: number) {\n  return x / 3;\n}",
      why: "Because.",
      own: "A picture.",
    }),
  );
  for (const cell of bare.cells) cell.metadata = {};
  course.handIn("ada", JSON.stringify(bare), { submittedAt: "2026-11-30T12:00:00Z" });
  course.judge("ada", {
    ...{ status: "partial", score: 1, output: `1.3333\n${"wide ".repeat(60)}` },
    tests: [
      {
        title: "visible checks",
        hidden: false,
        status: "fail",
        message: "half of four: must be 2, got 1.3333",
        ms: 1,
      },
      { title: "a large number", hidden: true, status: "pass", hint: "try a large one", ms: 1 },
      { title: "a negative number", hidden: true, status: "timeout", hint: "try −4", ms: 1 },
    ],
  });
  course.gradebook.saveRubricItem({
    id: "i",
    assignment: "hw1",
    notebook: "one",
    gradeId: "why",
    text: "names the sample",
    points: 2,
  });
  course.gradebook.saveManualMark({
    ...{
      student: "ada",
      assignment: "hw1",
      notebook: "one",
      gradeId: "why",
      score: 2,
      rubric: ["i"],
      reason: "",
      answerSha: "",
    },
    ...{
      comment: "# Good\n\nSay what $M$ is:\n\n```ts\nconst m = 10;\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |",
      by: "bea",
      at: "2026-12-01T00:00:00.000Z",
    },
  });
  course.handIn("bob", "no notebook");
  folder = join(course.paths.root, "feedback");
  writeFeedback(folder, ["hw1"], feedbackOn(course));
});

for (const [title, path, words] of [
  ["a page with everything", "ada/hw1/one.html", /1 day late/],
  ["a page of a file that cannot be read", "bob/hw1/one.html", /could not be read/],
  ["a page of nothing", "eve/hw1/one.html", /Nothing was handed in/],
  ["the index", "hw1.html", /everybody’s marks/],
] as const)
  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [390, 1280])
      test(`${title}, ${colorScheme}, ${width} px: reads from a folder, does not scroll sideways, breaks no WCAG A or AA rule`, async (t) => {
        const options = { colorScheme, viewport: { width, height: 900 }, bypassCSP: true };
        await open(t, pathToFileURL(join(folder, path)).href, options, async (page) => {
          assert.match((await page.locator("main").textContent()) ?? "", words);
          const inner = await page.evaluate<number>("document.documentElement.scrollWidth");
          assert.ok(inner <= width, `the page is ${inner} px wide`);
          assert.deepEqual(await accessibilityFaults(page), []);
        });
      });

test("the style is taken and nothing else: no error in the console with the page's own rules", async (t) => {
  await open(t, pathToFileURL(join(folder, "ada/hw1/one.html")).href, {}, async (page) => {
    const size = await page.evaluate("getComputedStyle(document.querySelector('main')).maxWidth");
    assert.notEqual(size, "none");
  });
});

test("the index leads to each page", async (t) => {
  await open(t, pathToFileURL(join(folder, "hw1.html")).href, {}, async (page) => {
    await page.getByRole("link", { name: "page" }).first().click();
    await page.locator("h1", { hasText: /^hw1$/ }).waitFor();
  });
});
