import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { CourseMarks } from "../../../course/export/courseMarks.ts";
import { quantile } from "../../../course/export/summary/quantile.ts";
import { scoreBins } from "../../../course/export/summary/scoreBins.ts";
import { groupOf } from "../../../course/export/summary/statusGroups.ts";
import { summary } from "../../../course/export/summary/summary.ts";
import { summaryFacts } from "../../../course/export/summary/summaryFacts.ts";
import { seeded } from "../../../lib/random/seeded.ts";
import { accessibilityFaults } from "../../book/tools/accessibilityFaults.ts";
import { folderWith } from "../../cli/tools/folderWith.ts";
import { TestBrowser } from "../../tools/testBrowser.ts";
import { courseOf, type Fare, sample, students, work } from "./tools/sampleCourse.ts";

const browser = new TestBrowser();
after(() => browser.close());

/** A class of 60 with every status. */
function manyMarks(): CourseMarks {
  const rng = seeded(13);
  const among = (fares: readonly Fare[]): Fare => fares[Math.floor(rng.next() * fares.length)]!;
  const judged: Fare[] = [
    "pass",
    "partial",
    "fail",
    "error",
    "timeout",
    "memory",
    "crashed",
    "not-attempted",
    "infra-error",
  ];
  const works = Array.from({ length: 60 }, (_, at) =>
    work(
      at + 1,
      `student-${at}`,
      rng.next() < 0.1 ? [] : [among(judged), among(judged), among(["reviewed", "to-review"])],
      Math.floor(rng.next() * 3),
      100 + 4000 * rng.next(),
    ),
  );
  const who = works.map(({ mark }, at) => ({ ...students[at % students.length]!, id: mark.student }));
  return courseOf(works, who);
}

const pageOf = async (course: CourseMarks): Promise<string> =>
  (await summary(course)).files.get("summary.html") ?? "";

test("a summary counts marks, tests that fail, statuses, lateness and time", () => {
  const facts = summaryFacts(sample, "hw1");
  assert.deepEqual([facts.students, facts.handedIn, facts.pending], [6, 5, 1]);
  assert.deepEqual(facts.scores, [6, 4, 1, 4.8]);
  assert.deepEqual(facts.lateness, [
    { label: "in time", count: 4 },
    { label: "2 days late", count: 1 },
    { label: "nothing handed in", count: 1 },
  ]);
  const [, refit, essay] = facts.exercises;
  assert.deepEqual(refit?.scores, [3, 1, 0, 3, 3]);
  assert.deepEqual(refit?.statuses, [
    { label: "pass", count: 3 },
    { label: "partial", count: 1 },
    { label: "timeout", count: 1 },
  ]);
  assert.deepEqual(refit?.tests, [
    { label: "every rate", isHidden: true, count: 2, of: 5 },
    { label: "visible checks", isHidden: false, count: 1, of: 5 },
  ]);
  assert.deepEqual(refit?.times, [800, 800, 800, 800, 800]);
  assert.deepEqual(essay?.scores, [1, 1, 1, 1]); // the one that waits is no zero
});

test("a summary says in words and in tables what its charts show, and has no script and nothing from outside", async () => {
  const page = await pageOf(sample);
  for (const words of [
    "5 of 6 students handed in; there are 6 points. 1 mark waits",
    "“every rate” fails most: 2 of 5 answers.",
    "3 of 5 have full marks, 1 has none; the median is 3 of 3.",
    "In time: 4; 2 days late: 1; nothing handed in: 1.",
    "Refit a &lt;Gaussian&gt; &amp; sample",
  ])
    assert.ok(page.includes(words), words);
  assert.equal(page.match(/<svg role="img" aria-label="/g)?.length, page.match(/<table>/g)?.length);
  assert.doesNotMatch(page, /<script|<img|<link|@import|url\(|href=/);
  assert.deepEqual(
    [...page.matchAll(/https?:\/\/[^"\s]+/g)]
      .map(([url]) => new URL(url).host)
      .filter((host) => host !== "www.w3.org"),
    [],
  );
});

test("no student is named in a summary", async () => {
  const page = await pageOf(sample);
  for (const { id, firstName, lastName, email } of students)
    for (const word of [id, firstName, lastName, email]
      .flatMap((name) => name.split(/[\s,]+/))
      .filter((each) => each.length > 2))
      if (word !== "absent" && word !== "Nobody") assert.ok(!page.includes(word), word);
});

test("a summary of the same marks has the same bytes", async () => {
  const course = manyMarks();
  assert.equal(await pageOf(course), await pageOf(course));
});

for (const [name, course] of [
  ["no student", courseOf([], [])],
  ["nobody who handed in", courseOf([work(6, "absent", [])])],
  ["nothing but marks that wait", courseOf([work(1, "ada", ["infra-error", "infra-error", "to-review"])])],
  ["a test that is never failed", courseOf([work(1, "ada", ["pass", "pass", "reviewed"])])],
  ["an exercise of no points", { ...sample, cells: sample.cells.map((cell) => ({ ...cell, points: 0 })) }],
] as const)
  test(`a summary of ${name} is a page without a number that is none`, async () => {
    const page = await pageOf(course);
    assert.doesNotMatch(page, /NaN|Infinity|undefined/);
    assert.match(page, /<h2>Homework 1<\/h2>/);
  });

test("every status has a place in the chart", () => {
  const all = [
    "pass",
    "partial",
    "fail",
    "error",
    "timeout",
    "memory",
    "crashed",
    "not-attempted",
    "infra-error",
  ];
  for (const status of [...all, "to-review", "reviewed", "missing"]) assert.ok(groupOf(status), status);
});

for (const [scores, points, counts] of [
  [[0, 1, 1, 3], 3, [1, 2, 0, 1]],
  [[0, 0.5, 1], 1, [1, 0, 0, 0, 0, 1, 0, 0, 0, 1]],
  [[0, 12, 120], 120, [1, 1, 0, 0, 0, 0, 0, 0, 0, 1]],
  [[-1, 4], 3, [1, 0, 0, 1]], // a person's marks beyond the ends
  [[0.3, 0.6, 0.9], 3, [0, 1, 1, 1, 0, 0, 0, 0, 0, 0]], // thirds and tenths stand in their own bin
] as const)
  test(`scores ${scores.join(", ")} of ${points} are counted once each`, () => {
    assert.deepEqual(
      scoreBins(scores, points).bins.map(({ count }) => count),
      counts,
    );
  });

test("a quantile lies between its neighbours, as NumPy's does by default", () => {
  assert.equal(quantile([1, 2, 3, 4], 0.5), 2.5);
  assert.ok(Math.abs(quantile([4, 1, 3, 2], 0.9) - 3.7) < 1e-12);
  assert.equal(quantile([5], 0.1), 5);
});

for (const colorScheme of ["light", "dark"] as const)
  for (const width of [390, 1280])
    test(`a summary, ${colorScheme}, ${width} px: does not scroll sideways, and breaks no WCAG A or AA rule with all tables open`, async (t) => {
      const folder = folderWith({});
      const path = join(folder, "summary.html");
      // The page lets no script in, and the one that looks for faults is one.
      writeFileSync(path, (await pageOf(manyMarks())).replace(/<meta http-equiv[^>]*>/, ""));
      await browser.open(
        t,
        pathToFileURL(path).href,
        { colorScheme, viewport: { width, height: 900 } },
        async (page) => {
          await page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true');
          const inner = await page.evaluate<number>("document.documentElement.scrollWidth");
          assert.ok(inner <= width, `the page is ${inner} px wide`);
          assert.deepEqual(await accessibilityFaults(page), []);
          const fills = await page.evaluate<string[]>(
            '[...new Set([...document.querySelectorAll("svg text")].map((each) => getComputedStyle(each).fill))]',
          );
          for (const fill of fills) {
            const isDark = fill
              .match(/\d+/g)!
              .slice(0, 3)
              .map(Number)
              .every((part) => part < 128);
            assert.equal(isDark, colorScheme === "light", fill);
          }
        },
      );
    });
