/** `course.json`: what it may say, and what is said of one that is not right. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { courseDefaults, parseCourse, readCourse } from "../../../course/settings/readCourse.ts";
import { folderWith } from "../../cli/tools/folderWith.ts";

const known = ["first", "second"];
const parse = (given: unknown) => parseCourse(JSON.stringify(given), known);

test("what a course leaves out has its default", () => {
  assert.deepEqual(parse({}), courseDefaults);
  const course = parse({
    id: "stats-101",
    timeZone: "Europe/Paris",
    late: { percentPerDay: 10 },
    limits: { testSeconds: 2 },
    assignments: {
      first: { due: "2026-12-01T23:59", variants: true, extensions: { ada: "2026-12-05T12:00:00+01:00" } },
    },
  });
  assert.equal(course.id, "stats-101");
  assert.deepEqual(course.late, { graceMinutes: 0, percentPerDay: 10 });
  assert.deepEqual(course.limits, { ...courseDefaults.limits, testSeconds: 2 });
  assert.equal(course.assignments.first?.due, "2026-12-01T23:59");
});

for (const [about, given, says] of [
  ["a list", [], "it must be an object, got []"],
  ["an unknown key", { ids: "a" }, "ids is not known; the keys here are id, title, kernel, timeZone"],
  [
    "an unknown key inside",
    { late: { hours: 1 } },
    "late.hours is not known; the keys here are graceMinutes",
  ],
  ["an id that is no name", { id: "a b" }, "id must be letters, digits, dots, dashes and underscores"],
  ["an id that leaves its folder", { id: "../a" }, "id must be letters"],
  ["no title", { title: " " }, "title must be a text that is not empty"],
  ["a time zone", { timeZone: "Paris" }, 'timeZone must be a time zone such as "Europe/Paris"'],
  ["a time zone of another kind", { timeZone: 1 }, "timeZone must be a time zone"],
  ["late in words", { late: "10 %" }, 'late must be an object, got "10 %"'],
  [
    "a negative grace",
    { late: { graceMinutes: -1 } },
    "late.graceMinutes must be a number from 0 on, got -1",
  ],
  [
    "more than all",
    { late: { percentPerDay: 101 } },
    "late.percentPerDay must be a number from 0 to 100, got 101",
  ],
  ["half a day", { late: { mostDays: 1.5 } }, "late.mostDays must be a whole number from 0 on, got 1.5"],
  ["attempts", { attempts: "first" }, 'attempts must be one of last, best, got "first"'],
  ["credit", { credit: true }, "credit must be one of all, per-test, got true"],
  ["a limit", { limits: { testSeconds: 0 } }, "limits.testSeconds must be a number from 0.1 on, got 0"],
  ["memory", { limits: { memoryMegabytes: 1 } }, "limits.memoryMegabytes must be a whole number from 64 on"],
  ["a level", { sandbox: "a" }, "sandbox must be one of A, B, C, D, E"],
  ["assignments in a list", { assignments: ["first"] }, 'assignments must be an object, got ["first"]'],
  [
    "an unknown assignment",
    { assignments: { third: {} } },
    "assignments.third must be the name of a folder in source; there are first, second",
  ],
  ["a plus", { assignments: { "a+b": {} } }, "assignments.a+b: the name of an assignment must be letters"],
  [
    "an assignment's key",
    { assignments: { first: { deu: 1 } } },
    "assignments.first.deu is not known; the keys here are title, due",
  ],
  [
    "a date alone",
    { assignments: { first: { due: "2026-12-01" } } },
    'assignments.first.due must be a date and time such as "2026-12-01T23:59"',
  ],
  [
    "a day that is none",
    { assignments: { first: { due: "2026-02-30T12:00" } } },
    "assignments.first.due must be a date and time",
  ],
  [
    "an hour that is none",
    { assignments: { first: { due: "2026-02-03T24:01" } } },
    "assignments.first.due must be",
  ],
  [
    "a date in words",
    { assignments: { first: { due: "1 Dec 2026 23:59" } } },
    "assignments.first.due must be",
  ],
  [
    "variants",
    { assignments: { first: { variants: 1 } } },
    "assignments.first.variants must be true or false, got 1",
  ],
  [
    "extensions in a list",
    { assignments: { first: { extensions: [] } } },
    "assignments.first.extensions must be an object",
  ],
  [
    "an extension",
    { assignments: { first: { extensions: { ada: "tomorrow" } } } },
    'assignments.first.extensions.ada must be a date and time such as "2026-12-01T23:59" or "2026-12-01T23:59+01:00", got "tomorrow"',
  ],
] as const)
  test(`a course with ${about} is refused, naming it`, () => {
    assert.throws(
      () => parse(given),
      (error: Error & { exitCode?: number }) => {
        assert.equal(error.exitCode, 2);
        assert.ok(error.message.includes(says), error.message);
        return true;
      },
    );
  });

test("all that is wrong is said at once", () => {
  assert.throws(
    () => parse({ id: "", sandbox: "Z", assignments: { first: { due: "" } } }),
    /\n {2}id must[^\n]*\n {2}sandbox must[^\n]*\n {2}assignments\.first\.due must/,
  );
  assert.throws(() => parseCourse("{", known), /course\.json is not right:\n {2}it must be JSON/);
});

test("a course without settings has the defaults; a folder without a course is refused", () => {
  assert.deepEqual(readCourse(folderWith({ "source/one/one.ipynb": "" })), courseDefaults);
  const course = folderWith({
    "course.json": '\uFEFF{ "assignments": { "one": {} } }',
    "source/one/one.ipynb": "",
  });
  assert.deepEqual(readCourse(course).assignments, { one: {} });
  assert.throws(() => readCourse(folderWith({})), {
    exitCode: 2,
    message: /must hold a course\.json or a folder source/,
  });
});
