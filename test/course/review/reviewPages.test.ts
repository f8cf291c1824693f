import assert from "node:assert/strict";
import { after } from "node:test";
import type { Page } from "playwright-core";
import { accessibilityFaults } from "../../book/tools/accessibilityFaults.ts";
import { TestBrowser } from "../../tools/testBrowser.ts";
import { notebookWith, reviewedCourse } from "../tools/reviewedCourse.ts";
import { go, ids, says, textOf, toExercise, untilSaved, wrote } from "../tools/reviewSteps.ts";
import { reviewTest } from "../tools/reviewTest.ts";
import { servedReview } from "../tools/servedReview.ts";

const browser = new TestBrowser();
const { open } = browser;
after(() => browser.close());

reviewTest("three answers are marked by keys alone; a reload and the way back lose nothing", async (t) => {
  const course = wrote();
  const { address } = await servedReview(t, course);
  await open(t, address, {}, async (page) => {
    await toExercise(page, "Why it shrinks");
    await go(page, "u");
    assert.match(await textOf(page, ".place"), /^answer 1 of 4, 4 left$/);
    assert.match(await textOf(page, ".answer"), /^Because .* is finite, says [a-z]+\.$/);

    // The first: a new rubric item, which is ticked at once.
    await page.keyboard.press("a");
    await page.keyboard.type("names the sample");
    await page.keyboard.press("Tab");
    await page.keyboard.type("2,5");
    await page.keyboard.press("Enter");
    await untilSaved(page);
    assert.equal(await page.inputValue("#score"), "2.5");
    await page.keyboard.press("c");
    await page.keyboard.type("Say what M is: 1, 2, f?");
    await page.keyboard.press("Control+Enter");
    await untilSaved(page);

    // The second: the item by its number, taken back, full marks instead; the comment again.
    await go(page, "u");
    assert.match(await textOf(page, ".place"), /^answer 2 of 4, 3 left$/);
    await page.keyboard.press("1");
    await untilSaved(page);
    await page.keyboard.press("f");
    await page.keyboard.press("Alt+1");
    assert.equal(await page.inputValue("#comment"), "Say what M is: 1, 2, f?");
    await page.keyboard.press("s");
    await says(page, "#sum", /add up/);
    assert.match(await textOf(page, "#sum"), /add up to 2\.5/);

    // The third: a comment that waits for its points, with a page left while it is typed.
    await go(page, "u");
    await page.keyboard.press("c");
    await page.keyboard.type("Half of it.");
    await page.reload();
    await page.waitForSelector("#mark");
    assert.equal(await page.inputValue("#comment"), "Half of it.");
    await says(page, "#saved", /Kept|does not count yet/);
    await page.keyboard.press("p");
    await page.keyboard.type("0.5");
    await page.keyboard.press("Escape");
    await untilSaved(page);

    // Back, and there again.
    await go(page, "k");
    assert.equal(await page.inputValue("#score"), "4");
    await page.goBack();
    await says(page, ".place", /answer 3 of/);
    await page.locator("#mark").waitFor();
    assert.equal(await page.inputValue("#comment"), "Half of it.");
    assert.equal(await page.inputValue("#score"), "0.5");
    await go(page, "u");
    assert.match(await textOf(page, ".place"), /^answer 4 of 4, 1 left$/);
  });
  const marks = course.gradebook
    .manualMarks("hw1")
    .map(({ score, comment, rubric }) => [score, comment, rubric.length]);
  assert.deepEqual(marks.sort(), [
    [0.5, "Half of it.", 0],
    [2.5, "Say what M is: 1, 2, f?", 1],
    [4, "Say what M is: 1, 2, f?", 1],
  ]);
});

reviewTest(
  "points that are none are said and not sent, and hold the page until they are put right",
  async (t) => {
    const course = wrote();
    const { address } = await servedReview(t, course);
    await open(t, address, {}, async (page) => {
      await toExercise(page, "Why it shrinks");
      await go(page, "u");
      const at = page.url();
      for (const [typed, wanted] of [
        ["5", /from 0 to 4/],
        ["NaN", /from 0 to 4/],
        ["1.3", /in halves/],
      ] as const) {
        await page.fill("#score", typed);
        await page.keyboard.press("Escape");
        assert.match(await textOf(page, "#fault"), wanted);
        await page.keyboard.press("j");
        await says(page, "#saved", /^Not saved/);
        assert.equal(page.url(), at);
      }
      assert.deepEqual(course.gradebook.manualMarks("hw1"), []);
      await page.fill("#score", "3");
      await page.keyboard.press("Escape");
      await go(page, "j");
    });
    assert.deepEqual(
      course.gradebook.manualMarks("hw1").map(({ score }) => score),
      [3],
    );
  },
);

reviewTest("a mark in place of the tests' asks for its reason, which is said beside it", async (t) => {
  const course = wrote();
  const { address } = await servedReview(t, course);
  await open(t, address, {}, async (page) => {
    await toExercise(page, "Half of it");
    await go(page, "u");
    assert.match(await textOf(page, ".tests"), /failed visible checks must be 2, got 1\.33/);
    await page.keyboard.press("f");
    await says(page, "#saved", /why it stands/);
    assert.deepEqual(course.gradebook.manualMarks("hw1"), []);
    await page.keyboard.press("r");
    await page.keyboard.type("thirds were allowed");
    await page.keyboard.press("Escape");
    await untilSaved(page);
    assert.deepEqual(
      course.gradebook.manualMarks("hw1").map(({ score, reason }) => [score, reason]),
      [[2, "thirds were allowed"]],
    );
    await page.locator("#back").click();
    await says(page, "#saved", /^Not marked/);
    assert.deepEqual(course.gradebook.manualMarks("hw1"), []);
  });
});

reviewTest(
  "a comment on what tests judged is saved alone, by keys, and no points are asked for",
  async (t) => {
    const course = wrote();
    const { address } = await servedReview(t, course);
    await open(t, address, {}, async (page) => {
      await toExercise(page, "Half of it");
      await go(page, "u");
      await page.keyboard.press("c");
      await page.keyboard.type("Why a third?");
      await page.keyboard.press("Control+Enter");
      await untilSaved(page);
      assert.match(await textOf(page, "#saved"), /^✓ Comment saved .* The tests’ mark stands\.$/);
      await page.reload();
      await says(page, "#saved", /^Comment saved by bea/);
      assert.equal(await page.inputValue("#comment"), "Why a third?");
      assert.equal(await page.inputValue("#score"), "");
      await go(page, "u");
      assert.match(await textOf(page, ".place"), /^answer 2 of 4, 3 left$/);
      await go(page, "o");
      assert.match(await textOf(page, ".answers .commented"), /0, commented/);
    });
    assert.deepEqual(
      course.gradebook.manualMarks("hw1").map(({ score, comment }) => [score, comment]),
      [[null, "Why a third?"]],
    );
  },
);

for (const [choice, wanted] of [
  ["Keep theirs", [1, "carl"]],
  ["Put mine in its place", [4, "bea"]],
] as const)
  reviewTest(`of two reviewers the later is told of the other's mark: ${choice}`, async (t) => {
    const course = wrote();
    const bea = await servedReview(t, course);
    const carl = await servedReview(t, course, { reviewer: "carl" });
    const first = async (page: Page): Promise<void> => {
      await toExercise(page, "Why it shrinks");
      await go(page, "u");
    };
    await open(
      t,
      bea.address,
      {},
      async (page) => {
        await first(page);
        await open(t, carl.address, {}, async (other) => {
          await first(other);
          await other.keyboard.press("p");
          await other.keyboard.type("1");
          await other.keyboard.press("Escape");
          await untilSaved(other);
        });
        await page.bringToFront(); // a page behind another may get no keys
        await page.keyboard.press("f");
        await page.waitForSelector("#conflict:not([hidden])");
        assert.match(await textOf(page, "#conflict"), /carl gave 1 point .* after you opened this page/);
        assert.deepEqual(
          course.gradebook.manualMarks("hw1").map(({ score }) => score),
          [1],
        );
        await page.getByRole("button", { name: choice }).click();
        await says(page, "#saved", /Saved by carl|✓/);
        assert.equal(await page.inputValue("#score"), String(wanted[0]));
      },
      /409/,
    );
    assert.deepEqual(
      course.gradebook.manualMarks("hw1").map(({ score, by }) => [score, by]),
      [wanted],
    );
  });

reviewTest(
  "an answer that changed since it was read says so, and a save says that the mark stands",
  async (t) => {
    const course = wrote();
    for (const student of ids)
      course.gradebook.saveManualMark({
        ...{ student, assignment: "hw1", notebook: "one", gradeId: "why", score: 2, comment: "", rubric: [] },
        ...{ reason: "", answerSha: "of another answer", by: "carl", at: "2026-12-01T00:00:00.000Z" },
      });
    const { address } = await servedReview(t, course);
    await open(t, address, {}, async (page) => {
      await toExercise(page, "Why it shrinks");
      assert.match(await textOf(page, ".answers .stale"), /changed/);
      await go(page, "u");
      assert.match(await textOf(page, "#mark .notice"), /changed since carl read it/);
      await page.keyboard.press("s");
      await untilSaved(page);
      await go(page, "u");
      assert.match(await textOf(page, ".place"), /^answer 2 of 4, 3 left$/);
    });
  },
);

reviewTest("a name or an answer with a script in it is text; names come on request", async (t) => {
  const evil = '<script>window.bad = 1</script><img src=x onerror="window.bad = 2">';
  const course = reviewedCourse([evil]);
  course.gradebook.saveStudents([{ id: evil, firstName: evil, lastName: evil, email: "", lms: {} }]);
  course.handIn(
    evil,
    notebookWith({
      why: `${evil} [a](javascript:window.bad=3) ![b](https://elsewhere.example/b.png)`,
      half: `// ${evil}`,
    }),
  );
  course.judge(evil, {
    status: "fail",
    score: 0,
    output: evil,
    tests: [{ title: evil, hidden: false, status: "fail", message: evil, ms: 1 }],
  });
  course.gradebook.saveRubricItem({
    id: evil,
    assignment: "hw1",
    notebook: "one",
    gradeId: "why",
    text: evil,
    points: 1,
  });
  course.gradebook.saveManualMark({
    ...{
      student: "other",
      assignment: "hw1",
      notebook: "one",
      gradeId: "why",
      score: 2,
      comment: `</textarea>${evil}`,
      rubric: [],
    },
    ...{ reason: "", answerSha: "", by: evil, at: "2026-12-01T00:00:00.000Z" },
  });
  const { address } = await servedReview(t, course);
  await open(t, address, {}, async (page) => {
    const elsewhere: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(new URL(address).origin)) elsewhere.push(request.url());
    });
    for (const title of ["Why it shrinks", "Half of it"]) {
      await toExercise(page, title);
      await go(page, "u");
      assert.doesNotMatch(await textOf(page, "h1"), /script/, "no name unasked");
      await page.keyboard.press("n");
      await page.waitForSelector("text=Hide names");
      assert.match(await textOf(page, "h1"), /<script>window\.bad = 1<\/script>/);
      assert.match(await textOf(page, ".answer"), /<script>window\.bad = 1/);
      assert.equal(await page.evaluate("window.bad"), undefined);
      await page.keyboard.press("n");
      await page.waitForSelector("text=Show names");
      await go(page, "e");
    }
    assert.deepEqual(elsewhere, []);
  });
});

reviewTest("an answer of a megabyte opens in its first part, and whole when asked for", async (t) => {
  const course = reviewedCourse(["ada"]);
  const long = "x".repeat(1_000_000);
  course.handIn("ada", notebookWith({ why: `${long} the end`, half: `// ${long}\n` }));
  const { address } = await servedReview(t, course);
  await open(t, address, {}, async (page) => {
    await toExercise(page, "Why it shrinks");
    const begun = Date.now();
    await go(page, "u");
    const took = Date.now() - begun;
    t.diagnostic(`shown after ${took} ms`);
    assert.ok((await textOf(page, ".answer")).length <= 20_000);
    await page.getByRole("link", { name: "Show all" }).click();
    await page.waitForURL(/whole=1/);
    assert.match(await textOf(page, ".answer"), /the end$/);
    await page.keyboard.press("f");
    await untilSaved(page);
  });
});

reviewTest("keys are told when asked, and rest while one types", async (t) => {
  const { address } = await servedReview(t, wrote());
  await open(t, address, {}, async (page) => {
    await toExercise(page, "Why it shrinks");
    await go(page, "u");
    await page.keyboard.press("?");
    assert.ok(await page.locator("#keys").isVisible());
    await page.keyboard.press("Escape");
    assert.ok(await page.locator("#keys").isHidden());
    const at = page.url();
    await page.keyboard.press("c");
    await page.keyboard.type("fjkun0?");
    assert.equal(await page.inputValue("#comment"), "fjkun0?");
    assert.equal(await page.inputValue("#score"), "");
    assert.equal(page.url(), at);
  });
});

reviewTest(
  "answers with nothing in them get 0 all at once, by one key with their count, and it is taken back",
  async (t) => {
    const course = wrote();
    for (const id of ["ada", "bob"])
      course.handIn(id, notebookWith({ plot: "", half: `const a = "${id}";` }), {
        submittedAt: "2026-11-28T11:00:00Z",
      });
    const { address } = await servedReview(t, course);
    const scores = () =>
      course.gradebook.manualMarks("hw1").map(({ student, gradeId, score }) => [student, gradeId, score]);
    await open(t, address, {}, async (page) => {
      // On the page of one exercise, its own.
      await toExercise(page, "Why it shrinks");
      await page.getByRole("button", { name: "Give 0 to all 2" }).waitFor();
      await page.keyboard.press("z");
      await page.waitForSelector(".answers .reviewed");
      assert.equal(await page.getByRole("button", { name: "Give 0" }).count(), 0);
      assert.deepEqual(scores(), [
        ["ada", "why", 0],
        ["bob", "why", 0],
      ]);
      assert.match(await textOf(page, "form"), /^2 answers with nothing written have 0\. Take them back$/);
      await page.getByRole("button", { name: "Take them back" }).click();
      await page.getByRole("button", { name: "Give 0 to all 2" }).waitFor();
      assert.deepEqual(scores(), []);

      // On the page of all exercises, those of all.
      await go(page, "e");
      assert.match(await textOf(page, "form"), /^4 answers are as handed out, with nothing written\./);
      await page.keyboard.press("z");
      await page.locator("[data-key=z]").waitFor({ state: "detached" });
    });
    assert.deepEqual(scores(), [
      ["ada", "plot", 0],
      ["ada", "why", 0],
      ["bob", "plot", 0],
      ["bob", "why", 0],
    ]);
  },
);

reviewTest("the address of another review's server, and one that was used, say what to do", async (t) => {
  const { address } = await servedReview(t, wrote());
  const wrong = address.replace(/token=.*/, "token=wrong");
  await open(t, wrong, {}, async (page) => assert.match(await textOf(page, "main"), /start it again/), /403/);
  await open(t, address, {}, async (page) => void (await page.waitForSelector("table")));
  await open(
    t,
    address,
    {},
    async (page) => assert.match(await textOf(page, "main"), /start it again/),
    /403/,
  );
});

for (const colorScheme of ["light", "dark"] as const)
  for (const width of [390, 1280])
    reviewTest(
      `${colorScheme}, ${width} px: no page scrolls sideways or breaks a WCAG A or AA rule`,
      async (t) => {
        const course = wrote();
        course.gradebook.saveRubricItem({
          id: "i",
          assignment: "hw1",
          notebook: "one",
          gradeId: "why",
          text: "a long item ".repeat(12),
          points: -0.5,
        });
        const { address } = await servedReview(t, course);
        // axe is a script from elsewhere, which the pages themselves refuse.
        await open(
          t,
          address,
          { colorScheme, viewport: { width, height: 900 }, bypassCSP: true },
          async (page) => {
            const look = async (where: string): Promise<void> => {
              const inner = await page.evaluate<number>("document.documentElement.scrollWidth");
              assert.ok(inner <= width, `${where} is ${inner} px wide`);
              assert.deepEqual(await accessibilityFaults(page), [], where);
            };
            await page.waitForSelector("table");
            await look("the list");
            for (const title of ["Why it shrinks", "Half of it"]) {
              await toExercise(page, title);
              await look(`the exercise ${title}`);
              await go(page, "u");
              await page.evaluate(
                'for (const each of document.querySelectorAll("details")) each.open = true',
              );
              await look(`an answer to ${title}`);
              if (title === "Why it shrinks") {
                await page.keyboard.press("1");
                await untilSaved(page);
                await page.keyboard.press("i");
                await page.keyboard.press("1");
                await page.getByRole("button", { name: "Remove the item" }).click();
                await says(page, ".ask p", /^1 answer has this item/);
                await look("what becomes of marks without an item");
                await page.getByRole("button", { name: "Cancel" }).click();
              }
              await page.keyboard.press("f");
              await page.keyboard.press("a");
              await page.locator("#help").click();
              await look(`a new item of ${title}, and its keys`);
              await page.keyboard.press("Escape");
              await go(page, "e");
            }
          },
        );
      },
    );
