import assert from "node:assert/strict";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { MarkForm } from "../../../course/review/markForm.ts";
import { markUntouched, unmarkUntouched } from "../../../course/review/markUntouched.ts";
import { markVersion } from "../../../course/review/markVersion.ts";
import { readScore } from "../../../course/review/readScore.ts";
import { type ReviewCell, ReviewDesk } from "../../../course/review/reviewDesk.ts";
import { rubricScore } from "../../../course/review/rubricScore.ts";
import { saveMark } from "../../../course/review/saveMark.ts";
import { saveRubricItem } from "../../../course/review/saveRubricItem.ts";
import { notebookWith, type ReviewedCourse, reviewedCourse } from "../tools/reviewedCourse.ts";
import { reviewOf } from "../tools/servedReview.ts";

const students = Array.from({ length: 80 }, (_, i) => `s${i}`);

/** A desk over a course in which everybody wrote something, and a cell of it. */
function desk(
  gradeId: string,
  course: ReviewedCourse = wrote(),
): { course: ReviewedCourse; at: ReviewDesk; cell: ReviewCell } {
  const at = new ReviewDesk(reviewOf(course));
  const cell = at.cell({ assignment: "hw1", notebook: "one", gradeId }) as ReviewCell;
  return { course, at, cell };
}

function wrote(ids: readonly string[] = ["ada", "bob"]): ReviewedCourse {
  const course = reviewedCourse(ids);
  for (const id of ids) course.handIn(id, notebookWith({ why: `Because, says ${id}.` }));
  return course;
}

const form = (more: Partial<MarkForm> = {}): MarkForm => ({
  ...{ seen: "", answerSha: "", score: null, comment: "", rubric: [], reason: "" },
  ...more,
});

for (const [typed, points, wanted] of [
  ["", 4, null],
  ["0", 4, 0],
  ["2.5", 4, 2.5],
  ["2,5", 4, 2.5],
  [" 4 ", 4, 4],
  [".5", 4, 0.5],
  ["1.25", 1.25, 1.25],
  ["0.75", 1.25, 0.75],
  ["4.5", 4, "fault"],
  ["-1", 4, "fault"],
  ["2.25", 4, "fault"],
  ["NaN", 4, "fault"],
  ["1e0", 4, "fault"],
  ["Infinity", 4, "fault"],
  ["two", 4, "fault"],
] as const)
  test(`points typed as ${JSON.stringify(typed)} of ${points} are ${wanted}`, () => {
    const read = readScore(typed, points);
    assert.deepEqual("fault" in read ? "fault" : read.score, wanted);
  });

for (const [ticked, points, wanted] of [
  [[], 4, undefined],
  [[0], 4, 4],
  [[-0.5, -1], 4, 2.5],
  [[2, -0.5], 4, 1.5],
  [[2, 3], 4, 4],
  [[-3, -3], 4, 0],
  [[1, -3], 4, 0],
] as const)
  test(`items of ${JSON.stringify(ticked)} make ${wanted} of ${points}`, () => {
    assert.equal(rubricScore(ticked, points), wanted);
  });

test("a mark is kept with who gave it and of which answer; the audit log has it", () => {
  const { course, at, cell } = desk("why");
  const [entry] = at.reviews([cell])[0]!.entries;
  const outcome = saveMark(
    at,
    cell,
    entry!.student,
    form({ score: 3.5, comment: "Good.", answerSha: entry!.answer!.sha }),
  );
  assert.equal("saved" in outcome && outcome.saved, "mark");
  const [mark] = course.gradebook.manualMarks("hw1");
  assert.deepEqual(
    [mark?.score, mark?.comment, mark?.by, mark?.answerSha, mark?.reason],
    [3.5, "Good.", "bea", entry!.answer!.sha, ""],
  );
  assert.equal(at.reviews([cell])[0]!.entries[0]?.state, "reviewed");
  assert.match(course.gradebook.audit().at(-1)?.what ?? "", /manual .* why 3\.5 by bea/);
  assert.equal(course.gradebook.firstBrokenEntry(), undefined);
});

for (const [words, gradeId, given, missing] of [
  ["a comment without points", "why", { comment: "Say more." }, /points/],
  [
    "points in place of the tests' without a reason",
    "half-check",
    { score: 2, comment: "fine" },
    /why it stands/,
  ],
  ["a reason of blanks", "half-check", { score: 2, reason: "  " }, /why it stands/],
] as const)
  test(`${words} is kept as a draft, in a private file, and is no mark`, () => {
    const { course, at, cell } = desk(gradeId);
    const outcome = saveMark(at, cell, "ada", form(given));
    assert.match("missing" in outcome ? outcome.missing : "", missing);
    assert.deepEqual(course.gradebook.manualMarks("hw1"), []);
    const folder = join(course.paths.root, "private", "drafts");
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    for (const name of readdirSync(folder)) assert.equal(statSync(join(folder, name)).mode & 0o777, 0o600);
    const { at: later } = desk(gradeId, course);
    const draft = later.reviews([cell])[0]!.entries.find(({ student }) => student === "ada");
    assert.equal(draft?.state, "draft");
    assert.equal(draft?.draft?.comment, form(given).comment);
  });

test("with a reason a mark stands in place of the tests', through another run of them", () => {
  const { course, at, cell } = desk("half-check");
  course.judge("ada", { status: "fail", score: 0 });
  saveMark(at, cell, "ada", form({ score: 1.5, reason: "right but for rounding" }));
  course.judge("ada", { status: "pass", score: 2, at: "2026-12-07T00:00:00.000Z" });
  const mark = course.finalMarks().find(({ student }) => student === "ada")?.cells[0];
  assert.deepEqual([mark?.automatic, mark?.manual, mark?.score], [2, 1.5, 1.5]);
});

test("a comment on an answer that tests judge stands beside their mark, asks for no points, and can become a mark", () => {
  const { course, at, cell } = desk("half-check");
  course.judge("ada", { status: "partial", score: 1 });
  const entryOf = () => at.reviews([cell])[0]!.entries.find(({ student }) => student === "ada")!;
  const answerSha = entryOf().answer!.sha;
  const outcome = saveMark(at, cell, "ada", form({ comment: "Why three?", answerSha }));
  assert.equal("saved" in outcome && outcome.saved, "comment");
  assert.deepEqual([entryOf().state, entryOf().isOpen, entryOf().draft], ["commented", false, undefined]);
  const ada = () => course.finalMarks().find(({ student }) => student === "ada")?.cells[0];
  assert.deepEqual([ada()?.status, ada()?.score, ada()?.manual], ["partial", 1, undefined]);
  assert.match(course.gradebook.audit().at(-1)?.what ?? "", /half-check comment by bea/);

  // Points need their reason, and until it is there the comment stands; taken out again, nothing is unfinished.
  const seen = markVersion(at.mark(cell, "ada"));
  saveMark(at, cell, "ada", form({ seen, comment: "Why three?", score: 2, answerSha }));
  assert.deepEqual([entryOf().state, ada()?.score], ["draft", 1]);
  saveMark(at, cell, "ada", form({ seen, comment: "Why three?", answerSha }));
  assert.equal(entryOf().state, "commented");
  saveMark(at, cell, "ada", form({ seen, comment: "Why three?", score: 2, reason: "thirds", answerSha }));
  assert.deepEqual([entryOf().state, ada()?.score], ["reviewed", 2]);
});

test("a comment on an answer that changed since is stale; one on an answer that is not judged yet hides no fault", () => {
  const { course, at, cell } = desk("half-check");
  const stateOf = (id: string) => at.reviews([cell])[0]!.entries.find(({ student }) => student === id)?.state;
  const sha = at.reviews([cell])[0]!.entries[0]!.answer!.sha;
  for (const id of ["ada", "bob"]) saveMark(at, cell, id, form({ comment: "Hm.", answerSha: sha }));
  assert.equal(stateOf("bob"), "not-judged");
  course.handIn("ada", notebookWith({ half: "const half = 2;" }));
  assert.equal(stateOf("ada"), "stale");
  assert.equal(course.finalMarks().find(({ student }) => student === "ada")?.cells[0]?.isStale, true);
});

for (const given of [
  { comment: "a", reason: "because" },
  { comment: "a", rubric: ["i"] },
])
  test(`${Object.keys(given).join(" and ")} without points is no comment alone, and waits for them`, () => {
    const { course, at, cell } = desk("half-check");
    course.gradebook.saveRubricItem({
      ...{ id: "i", assignment: "hw1", notebook: "one", gradeId: "half-check", text: "a", points: 1 },
    });
    const outcome = saveMark(at, cell, "ada", form(given));
    assert.match("missing" in outcome ? outcome.missing : "", /Give points/);
    assert.deepEqual(course.gradebook.manualMarks("hw1"), []);
  });

test("a mark is stale when that answer changed, and not when another one in the notebook did", () => {
  const { course, at, cell } = desk("why");
  const sha = at.reviews([cell])[0]!.entries.find(({ student }) => student === "ada")?.answer?.sha ?? "";
  saveMark(at, cell, "ada", form({ score: 4, answerSha: sha }));
  const state = () => at.reviews([cell])[0]!.entries.find(({ student }) => student === "ada")?.state;
  course.handIn("ada", notebookWith({ why: "Because, says ada.", half: "const half = 1;" }));
  assert.equal(state(), "reviewed");
  course.handIn("ada", notebookWith({ why: "Because I say so." }));
  assert.equal(state(), "stale");
});

test("a save that would overwrite a mark that came in between is told, and overwrites nothing", () => {
  const { course, at, cell } = desk("why");
  const other = new ReviewDesk(reviewOf(course, { reviewer: "carl" }));
  saveMark(other, cell, "ada", form({ score: 1 }));
  const outcome = saveMark(at, cell, "ada", form({ score: 4 }));
  assert.equal("conflict" in outcome && outcome.conflict?.by, "carl");
  assert.deepEqual(
    course.gradebook.manualMarks("hw1").map(({ score }) => score),
    [1],
  );
  const seen = markVersion(at.mark(cell, "ada"));
  assert.equal("saved" in saveMark(at, cell, "ada", form({ score: 4, seen })), true);
  assert.equal(
    "conflict" in saveMark(other, cell, "ada", form({ seen })),
    true,
    "nor is it taken back unseen",
  );
  assert.deepEqual(
    course.gradebook.manualMarks("hw1").map(({ score }) => score),
    [4],
  );
});

test("a mark that is emptied is taken back, and the log says by whom", () => {
  const { course, at, cell } = desk("why");
  saveMark(at, cell, "ada", form({ score: 4 }));
  saveMark(at, cell, "ada", form({ seen: markVersion(at.mark(cell, "ada")) }));
  assert.deepEqual(course.gradebook.manualMarks("hw1"), []);
  assert.match(course.gradebook.audit().at(-1)?.what ?? "", /taken back by bea/);
});

test("changed points of an item change the marks that follow from it, and no others", () => {
  const { course, at, cell } = desk("why", wrote(["ada", "bob", "eve"]));
  const outcome = saveRubricItem(at, cell, { text: "names the sample", points: 2 });
  const id = "item" in outcome ? outcome.item.id : "";
  saveMark(at, cell, "ada", form({ score: 2, rubric: [id] }));
  saveMark(at, cell, "bob", form({ score: 2.5, rubric: [id] }));
  saveMark(at, cell, "eve", form({ score: 2 }));
  const again = saveRubricItem(at, cell, { id, text: "names the finite sample", points: 3 });
  assert.equal("changed" in again && again.changed, 1);
  const scores = Object.fromEntries(
    course.gradebook.manualMarks("hw1").map(({ student, score }) => [student, score]),
  );
  assert.deepEqual(scores, { ada: 3, bob: 2.5, eve: 2 });
  assert.deepEqual(
    at.rubric(cell).map(({ text, points }) => [text, points]),
    [["names the finite sample", 3]],
  );
});

for (const [words, given] of [
  ["without words", { text: " ", points: 1 }],
  ["with points beyond the exercise's", { text: "a", points: 5 }],
  ["with a quarter", { text: "a", points: 0.25 }],
  ["with no number", { text: "a", points: Number.NaN }],
  ["that is nothing", undefined],
  ["that is not there", { id: "other", text: "a", points: 1 }],
] as const)
  test(`a rubric item ${words} is refused`, () => {
    const { at, cell } = desk("why");
    assert.ok("fault" in saveRubricItem(at, cell, given));
    assert.deepEqual(at.rubric(cell), []);
  });

test("answers that are as handed out get 0 at once; those that somebody marked or wrote stay", () => {
  const course = wrote(["ada", "bob"]);
  course.gradebook.saveStudents([{ id: "eve", firstName: "", lastName: "", email: "", lms: {} }]);
  course.gradebook.saveStudents([{ id: "zoe", firstName: "", lastName: "", email: "", lms: {} }]);
  course.handIn("eve", notebookWith({ half: "const a = 1;" }));
  course.handIn("zoe", notebookWith({ half: "const a = 2;" }));
  const { at, cell } = desk("why", course);
  saveMark(at, cell, "zoe", form({ score: 1 }));
  assert.equal(markUntouched(at, [cell]), 1);
  assert.deepEqual(
    course.gradebook.manualMarks("hw1").map(({ student, score }) => [student, score]),
    [
      ["eve", 0],
      ["zoe", 1],
    ],
  );

  // Taken back all at once: those alone, and none to which something was said.
  course.handIn("bob", notebookWith({ half: "const a = 3;" }), { submittedAt: "2026-11-28T12:00:00Z" });
  const bob = at.reviews([cell])[0]!.entries.find(({ student }) => student === "bob");
  saveMark(at, cell, "bob", form({ score: 0, comment: "See me.", answerSha: bob!.answer!.sha }));
  assert.equal(unmarkUntouched(at, cell), 1);
  assert.deepEqual(
    course.gradebook.manualMarks("hw1").map(({ student, score }) => [student, score]),
    [
      ["bob", 0],
      ["zoe", 1],
    ],
  );
});

test("each exercise has an order of its own, the same with the same seed, and later answers change no other's", () => {
  const course = wrote(students);
  const orderOf = (gradeId: string, seed: number): string[] => {
    const at = new ReviewDesk(reviewOf(course, { seed }));
    const cell = at.cell({ assignment: "hw1", notebook: "one", gradeId }) as ReviewCell;
    return at.reviews([cell])[0]!.entries.map(({ student }) => student);
  };
  const first = orderOf("why", 1);
  assert.deepEqual(orderOf("why", 1), first);
  for (const other of [students, orderOf("why", 2), orderOf("half-check", 1)]) {
    assert.notDeepEqual(other, first);
    assert.deepEqual(new Set(other), new Set(first));
  }
  course.gradebook.saveStudents([{ id: "late", firstName: "", lastName: "", email: "", lms: {} }]);
  course.handIn("late", notebookWith({ why: "Later." }));
  assert.deepEqual(
    orderOf("why", 1).filter((id) => id !== "late"),
    first,
  );
});

test("a file that nobody can read is among the answers with its reason, and who handed in nothing is counted", () => {
  const course = wrote(["ada", "bob", "eve"]);
  course.handIn("bob", "no notebook", { submittedAt: "2026-11-28T11:00:00Z" });
  course.gradebook.saveStudents([{ id: "zoe", firstName: "", lastName: "", email: "", lms: {} }]);
  const { at, cell } = desk("why", course);
  const [review] = at.reviews([cell]);
  const bob = review!.entries.find(({ student }) => student === "bob");
  assert.deepEqual([bob?.problem, bob?.answer, bob?.isOpen], ["it is no notebook", undefined, true]);
  assert.deepEqual([review!.entries.length, review!.absent], [3, 1]);
});

test("where the judge found nothing written there is nothing to read", () => {
  const { course, at, cell } = desk("why");
  course.judge("ada", { gradeId: "why", status: "not-attempted", score: 0, points: 4 });
  const open = at.reviews([cell])[0]!.entries.filter(({ isOpen }) => isOpen);
  assert.deepEqual(
    open.map(({ student }) => student),
    ["bob"],
  );
});
