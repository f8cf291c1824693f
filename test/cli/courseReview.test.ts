import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import {
  manifest,
  notebookWith,
  type ReviewedCourse,
  reviewedCourse,
} from "../course/tools/reviewedCourse.ts";
import { folderWith } from "./tools/folderWith.ts";

const genloss = fileURLToPath(new URL("../../cli/genloss.mjs", import.meta.url));
const started = (args: readonly string[]) => [genloss, "course", ...args];
const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, started(args), { encoding: "utf8", timeout: 60_000 });

/** A course as the commands find it, in which two students handed in. */
function given(): ReviewedCourse {
  const course = reviewedCourse(["ada", "bob", "eve"]);
  mkdirSync(course.paths.manifests, { recursive: true });
  writeFileSync(join(course.paths.manifests, "hw1.json"), JSON.stringify(manifest));
  for (const id of ["ada", "bob"]) {
    course.handIn(id, notebookWith({ why: `Because, says ${id}.` }));
    course.judge(id, {});
  }
  return course;
}

test("genloss course review serves until it is stopped, prints no name, and keeps what it was given", async () => {
  using course = given();
  const child = spawn(
    process.execPath,
    started(["review", "hw1", "--course", course.paths.root, "--as", "bea", "--no-open"]),
  );
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  while (!/Ctrl \+ C/.test(said)) await once(child.stdout, "data");
  assert.match(said, /^4 answers wait to be read, in an order of seed 1$/m);
  assert.doesNotMatch(said, /ada|bob|eve|Last/);
  const address = /http:\S+/.exec(said)?.[0] ?? "";
  const origin = new URL(address).origin;
  const entered = await fetch(address);
  const cookie = entered.headers.get("set-cookie")?.split(";")[0] ?? "";
  const list = await (await fetch(`${origin}/exercise/hw1/one/why`, { headers: { cookie } })).text();
  const answer = /\/exercise\/hw1\/one\/why\/answer\/[0-9a-f]+/.exec(list)?.[0];
  const saved = await fetch(`${origin}${answer}/mark`, {
    method: "POST",
    headers: { cookie, origin },
    body: JSON.stringify({ seen: "", answerSha: "x", score: 3, comment: "Good.", rubric: [], reason: "" }),
  });
  assert.equal(saved.status, 200);
  const post = (path: string, body: object): Promise<Response> =>
    fetch(`${origin}${path}`, { method: "POST", headers: { cookie, origin }, body: JSON.stringify(body) });
  const added = await post("/exercise/hw1/one/why/rubric", { text: "names the sample", points: 2 });
  const { item } = (await added.json()) as { item: { id: string } };
  const second = [...list.matchAll(/\/exercise\/hw1\/one\/why\/answer\/[0-9a-f]+/g)][1]?.[0];
  const mark = { seen: "", answerSha: "x", score: 2, comment: "More.", rubric: [item.id], reason: "" };
  assert.equal((await post(`${second}/mark`, mark)).status, 200);
  const remove = (agreed?: string): Promise<Response> =>
    post("/exercise/hw1/one/why/rubric/remove", { id: item.id, agreed });
  const { question } = (await (await remove()).json()) as { question: string };
  assert.deepEqual(await (await remove(question)).json(), { removed: true });
  assert.equal((await post("/untouched", {})).status, 200);
  child.kill("SIGINT");
  const [status] = await once(child, "close");
  assert.equal(status, 0);
  assert.doesNotMatch(said, /ada|bob|eve|Last|Good|More/);
  assert.deepEqual(
    course.gradebook.manualMarks("hw1").map(({ gradeId, score, by }) => [gradeId, score, by]),
    [
      ["plot", 0, "bea"],
      ["plot", 0, "bea"],
      ["why", 3, "bea"],
    ],
  );
  const drafts = join(course.paths.root, "private", "drafts");
  for (const name of readdirSync(drafts)) assert.equal(statSync(join(drafts, name)).mode & 0o777, 0o600);
  assert.equal(readdirSync(drafts).length, 1, "the comment of the mark that lost its only item");
  assert.ok(!readdirSync(join(course.paths.root, "private")).includes("open-review.html"));
});

test("genloss course feedback writes private pages, prints counts and no name, and says them as JSON", () => {
  using course = given();
  const { root, feedback } = course.paths;
  const told = run("feedback", "hw1", "--course", root);
  assert.equal(told.status, 0, told.stderr);
  assert.match(told.stdout, /^hw1: 3 pages for 3 students in feedback\n {2}2 students' pages say/);
  assert.doesNotMatch(told.stdout + told.stderr, /ada|bob|eve|Last/);
  assert.equal(statSync(feedback).mode & 0o777, 0o700);
  assert.equal(statSync(join(feedback, "ada/hw1/one.html")).mode & 0o777, 0o600);
  const json = JSON.parse(run("feedback", "hw1", "--course", root, "--json").stdout);
  assert.deepEqual(json, {
    folder: feedback,
    assignments: [{ assignment: "hw1", students: 3, pages: 3, pending: 2 }],
  });
});

test("feedback is not written into a folder that is somebody else's", () => {
  using course = given();
  const theirs = folderWith({ "ada/notes.txt": "mine" });
  const { status, stderr } = run("feedback", "hw1", "--course", course.paths.root, "--out", theirs);
  assert.equal(status, 2);
  assert.match(stderr, /^Cannot write feedback: .* one that genloss course feedback made/);
  assert.deepEqual(readdirSync(theirs), ["ada"]);
});

for (const [words, args, wanted] of [
  [
    "review of no such assignment",
    ["review", "hw9"],
    /^Cannot review: ASSIGNMENT must be one of hw1, got hw9/,
  ],
  ["review with a seed of words", ["review", "--seed", "one"], /--seed must be a whole number, got one/],
  [
    "review with a port of words",
    ["review", "--port", "http"],
    /--port must be a whole number from 0 to 65535/,
  ],
  ["review by nobody", ["review", "--as", " "], /--as must be a name/],
  [
    "feedback on no such assignment",
    ["feedback", "hw9"],
    /^Cannot write feedback: ASSIGNMENT must be one of hw1, got hw9/,
  ],
  ["feedback to nowhere", ["feedback", "hw1", "--out", ""], /--out must name a folder/],
] as const)
  test(`${words} is refused with 2`, () => {
    using course = given();
    const { status, stderr } = run(...args, "--course", course.paths.root);
    assert.equal(status, 2);
    assert.match(stderr, wanted);
  });

test("without the manifest of an assignment both say what to do", () => {
  using course = given();
  writeFileSync(join(course.paths.manifests, "hw1.json"), "{}");
  for (const args of [
    ["review", "hw1", "--no-open"],
    ["feedback", "hw1"],
  ]) {
    const { status, stderr } = run(...args, "--course", course.paths.root);
    assert.equal(status, 2);
    assert.match(stderr, /Try {3}genloss course release hw1/);
  }
});

for (const command of ["review", "feedback"])
  test(`genloss course ${command} --help has an example`, () => {
    assert.match(run(command, "--help").stdout, /Example:\n {2}genloss course/);
  });
