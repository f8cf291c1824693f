import assert from "node:assert/strict";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { writeFeedback } from "../../../course/feedback/writeFeedback.ts";
import type { JudgeStatus } from "../../../course/gradebook/cellResult.ts";
import type { ManualMark } from "../../../course/gradebook/manualMark.ts";
import { Refusal } from "../../../kernel/refusal.ts";
import { folderWith } from "../../cli/tools/folderWith.ts";
import { feedbackOn } from "../tools/feedbackOn.ts";
import {
  hiddenLine,
  manifest,
  notebookWith,
  type ReviewedCourse,
  reviewedCourse,
} from "../tools/reviewedCourse.ts";

const answer = {
  half: "function half(x: number): number {\n  return x / 3;\n}",
  why: "Because.",
  own: "A picture.",
};

function handedIn(): ReviewedCourse {
  const course = reviewedCourse(["ada"]);
  course.handIn("ada", notebookWith(answer));
  return course;
}

/** Adas page as words. */
function wordsFor(course: ReviewedCourse): string {
  const page = feedbackOn(course).get("ada/hw1/one.html") ?? "";
  return page.replace(/<style>[\s\S]*<\/style>|<[^>]*>/g, " ").replace(/\s+/g, " ");
}

const markOf = (more: Partial<ManualMark>): ManualMark => ({
  ...{
    student: "ada",
    assignment: "hw1",
    notebook: "one",
    gradeId: "why",
    score: 3,
    comment: "",
    rubric: [],
  },
  ...{ reason: "", answerSha: "", by: "bea", at: "2026-12-01T00:00:00.000Z", ...more },
});

test("a page has points, visible tests with their messages, hidden ones by title and hint, and what was printed", () => {
  const course = handedIn();
  course.judge("ada", {
    ...{ status: "partial", score: 1, output: "I got 1.33" },
    tests: [
      {
        title: "visible checks",
        hidden: false,
        status: "fail",
        message: "half of four: must be 2, got 1.33",
        ms: 1,
      },
      {
        title: "a large number",
        hidden: true,
        status: "fail",
        message: "half(8675309) must be 4337654.5",
        hint: "try a large one",
        ms: 1,
      },
      { title: "a small number", hidden: true, status: "pass", hint: "try a small one", ms: 1 },
    ],
  });
  const words = wordsFor(course);
  assert.match(words, /Half of it 1 of 2/);
  assert.match(words, /failed visible checks half of four: must be 2, got 1\.33/);
  assert.match(words, /failed a large number hidden test Hint: try a large one/);
  assert.match(words, /passed a small number hidden test/);
  assert.doesNotMatch(words, /8675309|4337654|try a small one/);
  assert.match(words, /What your answer printed I got 1\.33/);
});

test("no byte of feedback holds a line of a hidden test, wherever a result has put it", () => {
  const course = handedIn();
  const leak = `Error: no\n    at ${hiddenLine}\nthe end`;
  course.judge("ada", {
    ...{ status: "error", score: 0, output: leak },
    tests: [
      { title: "visible checks", hidden: false, status: "error", message: leak, ms: 1 },
      {
        title: "a large number",
        hidden: true,
        status: "error",
        message: leak,
        hint: "try a large one",
        ms: 1,
      },
    ],
  });
  const files = feedbackOn(course);
  assert.ok(files.size >= 2);
  // As the page would have it: with its quotes and signs escaped, too.
  for (const [path, text] of files)
    for (const form of [hiddenLine, hiddenLine.replaceAll('"', "&quot;"), "8675309", "4337654.5"])
      assert.ok(!text.includes(form), `${path} holds ${form}`);
  const words = wordsFor(course);
  assert.match(words, /Error: no … the end/, "the rest of what was printed stays");
  assert.match(words, /visible checks/);
});

for (const [status, wanted] of [
  ["pass", /It passed its tests/],
  ["timeout", /took longer than is allowed, and was stopped/],
  ["memory", /more memory than is allowed/],
  ["crashed", /ended the program that it ran in/],
  ["not-attempted", /nothing was written/],
  ["error", /stopped with an error/],
] as const satisfies readonly (readonly [JudgeStatus, RegExp])[])
  test(`the status ${status} is told in words`, () => {
    const course = handedIn();
    course.judge("ada", { status, score: status === "pass" ? 2 : 0 });
    const words = wordsFor(course);
    assert.match(words, wanted);
    assert.doesNotMatch(words, /undefined|infra|\[object/);
  });

test("what failed on our side never reaches a student: it is not graded yet, and no zero", () => {
  const course = handedIn();
  course.judge("ada", {
    ...{ status: "infra-error", score: 0, output: "spawn EAGAIN" },
    tests: [{ title: "visible checks", hidden: false, status: "infra-error", message: "no sandbox", ms: 1 }],
  });
  const words = wordsFor(course);
  assert.match(words, /Half of it not graded yet Not graded yet\./);
  assert.match(words, /Not all is graded yet/);
  assert.doesNotMatch(words, /EAGAIN|sandbox|infra/);
});

test("a person's comment, the items that were ticked and no reason; a mark of an earlier answer says so", () => {
  const course = handedIn();
  for (const [id, points] of [
    ["names it", 2],
    ["no units", -0.5],
    ["unused", 1],
  ] as const)
    course.gradebook.saveRubricItem({
      id,
      assignment: "hw1",
      notebook: "one",
      gradeId: "why",
      text: id,
      points,
    });
  course.gradebook.saveManualMark(
    markOf({
      score: 1.5,
      comment: "Say **what** $M$ is. <script>bad()</script>",
      rubric: ["names it", "no units"],
      reason: "secret reason",
    }),
  );
  const words = wordsFor(course);
  assert.match(words, /Why it shrinks 1\.5 of 4 A person read it\. What was read is an earlier version/);
  assert.match(words, /names it \+2 no units −0\.5 Comment Say what/);
  assert.doesNotMatch(words, /unused|secret reason|bea/);
  const page = feedbackOn(course).get("ada/hw1/one.html") ?? "";
  assert.doesNotMatch(page, /<script/);
  assert.match(page, /&lt;script&gt;bad\(\)/);
});

test("a comment on an answer that tests judged stands beside their mark", () => {
  const course = handedIn();
  course.judge("ada", { status: "partial", score: 1 });
  course.gradebook.saveManualMark(
    markOf({ gradeId: "half-check", score: null, comment: "Half of it, *not* a third." }),
  );
  const words = wordsFor(course);
  assert.match(words, /Half of it 1 of 2 It passed some of its tests\./);
  assert.match(words, /Comment Half of it, not a third\./);
});

test("0 for nothing written says that nothing was written, and not that a person read it", () => {
  const course = reviewedCourse(["ada"]);
  const sheet = course.answers.of(
    { assignment: "hw1", notebook: "one" },
    "ada",
    course.handIn("ada", notebookWith({})),
  );
  const answerSha = ("answers" in sheet && sheet.answers.get("why")?.sha) || "";
  course.gradebook.saveManualMark(markOf({ score: 0, answerSha }));
  assert.match(wordsFor(course), /Why it shrinks 0 of 4 It is as it was handed out: nothing was written\./);
});

test("lateness says when, how late and what it cost", () => {
  const course = reviewedCourse(["ada"]);
  course.handIn("ada", notebookWith(answer), { submittedAt: "2026-11-30T12:00:00Z" });
  course.judge("ada", {});
  course.gradebook.saveManualMark(markOf({ score: 4 }));
  course.gradebook.saveManualMark(markOf({ gradeId: "plot", score: 3 }));
  const words = wordsFor(course);
  assert.match(words, /8\.1 of 9 points \(9 less 0\.9 for lateness\)/);
  assert.match(
    words,
    /Handed in 30 November 2026 at 13:00 \(Europe\/Paris\)\. That is 1 day late, and that costs 0\.9 points/,
  );
});

test("what was mended in the notebook is said; a file that cannot be read, too", () => {
  const course = reviewedCourse(["ada"]);
  const bare = JSON.parse(notebookWith(answer));
  for (const cell of bare.cells) cell.metadata = {};
  course.handIn("ada", JSON.stringify(bare));
  assert.match(wordsFor(course), /your notebook was mended.* half: its name was gone; found by the cell/);
  course.handIn("ada", "no notebook", { submittedAt: "2026-11-28T11:00:00Z" });
  assert.match(wordsFor(course), /Your file could not be read: it is no notebook/);
});

test("a page has no script, loads nothing, and forbids both", () => {
  const course = handedIn();
  course.judge("ada", {
    output:
      '<script src="https://elsewhere.example/x.js"></script><img src="https://elsewhere.example/x.png">',
  });
  for (const [path, text] of feedbackOn(course)) {
    assert.match(text, /content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"/, path);
    assert.doesNotMatch(text, /<script|<img|<iframe|<link(?![^>]*href="data:)/, path);
  }
});

test("the mark scheme reaches no student", () => {
  assert.doesNotMatch([...feedbackOn(handedIn()).values()].join("\n"), /finite samples/);
});

test("a page is headed by its assignment, and by its notebook where there are several", () => {
  const heading = (more = {}): string | undefined =>
    /<h1>(.*)<\/h1>/.exec(feedbackOn(handedIn(), more).get("ada/hw1/one.html") ?? "")?.[1];
  assert.equal(heading(), "hw1");
  const [one] = manifest.notebooks;
  const notebooks = [one, { ...one, name: "two" }];
  assert.equal(heading({ manifest: { ...manifest, notebooks } }), "hw1: one");
});

test("each student's folder has that student alone; the index has all", () => {
  const course = reviewedCourse(["ada", "bob"]);
  course.handIn("ada", notebookWith(answer));
  const files = feedbackOn(course);
  assert.deepEqual([...files.keys()].sort(), ["ada/hw1/one.html", "bob/hw1/one.html", "hw1.html"]);
  assert.doesNotMatch(files.get("ada/hw1/one.html") ?? "", /bob/);
  assert.match(files.get("bob/hw1/one.html") ?? "", /Nothing was handed in/);
  assert.match(files.get("hw1.html") ?? "", /href="ada\/hw1\/one\.html"/);
  assert.match(files.get("hw1.html") ?? "", /bob/);
});

for (const id of ["../up", "a/b", "..", "a\\b"])
  test(`a student called ${id} leads no page out of the folder`, () => {
    const course = reviewedCourse([id]);
    assert.throws(
      () => feedbackOn(course),
      (error) => error instanceof Refusal && error.exitCode === 2,
    );
  });

test("files are private, written anew for one assignment, kept for others, and never over somebody else's", () => {
  const folder = join(folderWith({}), "feedback");
  const modeOf = (path: string): string => (statSync(join(folder, path)).mode & 0o777).toString(8);
  writeFeedback(
    folder,
    ["hw1"],
    new Map([
      ["ada/hw1/one.html", "1"],
      ["bob/hw1/one.html", "1"],
      ["hw1.html", "1"],
    ]),
  );
  writeFeedback(
    folder,
    ["hw2"],
    new Map([
      ["ada/hw2/one.html", "2"],
      ["hw2.html", "2"],
    ]),
  );
  writeFeedback(
    folder,
    ["hw1"],
    new Map([
      ["ada/hw1/one.html", "3"],
      ["hw1.html", "3"],
    ]),
  );
  const read = (path: string): string | undefined =>
    existsSync(join(folder, path)) ? readFileSync(join(folder, path), "utf8") : undefined;
  assert.deepEqual(["ada/hw1/one.html", "ada/hw2/one.html", "hw2.html", "bob/hw1/one.html"].map(read), [
    "3",
    "2",
    "2",
    undefined,
  ]);
  for (const path of ["ada/hw1/one.html", "hw1.html", ".genloss-feedback.json"])
    assert.equal(modeOf(path), "600");
  for (const path of [".", "ada", "ada/hw1"]) assert.equal(modeOf(path), "700");

  const theirs = folderWith({ "ada/hw1/one.html": "theirs" });
  assert.throws(() => writeFeedback(theirs, ["hw1"], new Map([["ada/hw1/one.html", "ours"]])), Refusal);
  assert.equal(readFileSync(join(theirs, "ada/hw1/one.html"), "utf8"), "theirs");
  mkdirSync(join(folder, "eve"));
  writeFileSync(join(folder, "eve", "notes.txt"), "mine");
  chmodSync(join(folder, "eve"), 0o755);
  writeFeedback(folder, ["hw1"], new Map([["ada/hw1/one.html", "4"]]));
  assert.deepEqual(readdirSync(join(folder, "eve")), ["notes.txt"]);
});
