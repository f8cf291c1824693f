/** A course in which each student has numbers of their own, through every command, as an instructor types them. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { handIn, seedOf, variedCourse } from "./tools/variedCourse.ts";

const genloss = fileURLToPath(new URL("../../cli/genloss.mjs", import.meta.url));
const root = variedCourse();

/** Runs a command that must end well. */
function run(...args: readonly string[]): { readonly out: string; readonly err: string } {
  const words = [genloss, "course", ...args, "--course", root];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  assert.equal(status, 0, `${args.join(" ")}: ${stderr}${stdout}`);
  return { out: stdout, err: stderr };
}
const json = (...args: readonly string[]) => JSON.parse(run(...args, "--json").out);
const status = () => json("status", "hw").assignments[0];
const read = (...path: readonly string[]): string => readFileSync(join(root, ...path), "utf8");
const exported = (format: string, ...more: readonly string[]): string => {
  const { err } = run("export", "hw", "--to", format, ...more, "--out", join(root, "out", format));
  return err;
};

interface Review {
  get(path: string): Promise<string>;
  mark(path: string, form: object): Promise<number>;
}

/** What the command prints, and its pages while it serves them. */
async function reviewing(work: (review: Review, said: string) => Promise<void>): Promise<void> {
  const words = [genloss, "course", "review", "hw", "--course", root, "--as", "bea", "--no-open"];
  const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
  const closed = once(child, "close");
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  try {
    while (!/Ctrl \+ C/.test(said)) {
      assert.equal(child.exitCode, null, said);
      await Promise.race([once(child.stdout, "data"), closed]);
    }
    const address = /http:\S+/.exec(said)?.[0] ?? "";
    const { origin } = new URL(address);
    const cookie = (await fetch(address)).headers.get("set-cookie")?.split(";")[0] ?? "";
    const review: Review = {
      get: async (path) => (await fetch(origin + path, { headers: { cookie } })).text(),
      mark: async (path, form) =>
        (
          await fetch(`${origin}${path}/mark`, {
            ...{ method: "POST", headers: { cookie, origin }, body: JSON.stringify(form) },
          })
        ).status,
    };
    await work(review, said);
  } finally {
    child.kill("SIGINT");
    await closed;
  }
}
const inWords = (page: string): string =>
  page.replace(/<style>[\s\S]*<\/style>|<[^>]*>/g, " ").replace(/\s+/g, " ");
const answersIn = (page: string): string[] => [
  ...new Set(page.match(/\/exercise\/[\w-]+\/[\w-]+\/[\w-]+\/answer\/[0-9a-f]+/g) ?? []),
];

const right = { shifted: "function shifted(x: number): number {\n  return x + seed;\n}" };
const twice = { twice: "const twice = (x: number): number => x + x;" };
/** Of 7 points: all; no `shifted`, which has another's seed; no `twice`. */
const wanted = { ada: 7, bob: 5, cy: 6 } as const;

test("handed out, in, and judged: nothing waits for the judge", () => {
  run("students", "import", join(root, "students.csv"));
  assert.equal(status().counts.students, 3, "nothing has gone out, and no secret is needed or made");
  assert.ok(!existsSync(join(root, "private/keys.json")));
  run("release", "hw", "--bare");
  assert.equal(new Set(["ada", "bob", "cy"].map((student) => seedOf(root, student))).size, 3);
  handIn(root, "in", "ada", { ...right, ...twice, why: "Our seeds differ." });
  const others = right.shifted.replace("seed", String(seedOf(root, "ada")));
  handIn(root, "in", "bob", { shifted: others, ...twice, why: "By chance." });
  // Numbers of one's own making are put back.
  handIn(root, "in", "cy", { ...right, own: "const seed = 0; // variant", why: "I cannot say." });
  run("collect", join(root, "in"), "--assignment", "hw");
  const before = status().counts;
  assert.deepEqual([before.handedIn, before.toJudge], [3, 3]);
  const [report] = json("grade", "hw");
  assert.deepEqual([report.judged, report.failed], [5, 0], "two handed in the same file without numbers");
  const after = status().counts;
  assert.deepEqual([after.graded, after.toJudge, after.toReview, after.stale], [0, 0, 3, 0]);
});

test("a review has what tests said of each, and the task with the student's own numbers", async () => {
  await reviewing(async ({ get, mark }, said) => {
    assert.match(said, /^3 answers wait to be read/m);
    const judged = await get("/exercise/hw/draws/shifted-test");
    assert.equal(judged.match(/class="judged"/g)?.length, 3, judged);
    const pages = (await Promise.all(answersIn(judged).map(get))).map((page) => page.replace(/<[^>]*>/g, ""));
    for (const student of ["ada", "bob", "cy"]) {
      const own = pages.filter((page) => page.includes(`const seed = ${seedOf(root, student)};`));
      assert.equal(own.length, 1, student);
    }
    const essays = answersIn(await get("/exercise/hw/draws/why"));
    assert.equal(essays.length, 3);
    for (const path of essays) {
      const answerSha = /data-sha="([0-9a-f]+)"/.exec(await get(path))?.[1] ?? "";
      const form = { seen: "", answerSha, score: 4, comment: "", rubric: [], reason: "" };
      assert.equal(await mark(path, form), 200);
    }
  });
  const { counts, students } = status();
  assert.deepEqual([counts.graded, counts.toJudge, counts.toReview, counts.stale], [3, 0, 0, 0]);
  assert.deepEqual(
    students.map((row: { graded: number; cells: number }) => [row.graded, row.cells]),
    [3, 3, 3].map((cells) => [cells, cells]),
  );
});

test("each export has the marks", () => {
  for (const format of ["nbgrader", "moodle", "gradescope", "lti", "summary"]) exported(format);
  exported("canvas", "--template", join(root, "template.csv"));
  const rows = read("out/nbgrader/grades.csv").split(/\r?\n/);
  const [canvas, moodle] = [read("out/canvas/canvas.csv"), read("out/moodle/hw.csv")];
  for (const [student, score] of Object.entries(wanted)) {
    assert.match(rows.find((row) => row.includes(student)) ?? "", new RegExp(`,${score}\\.0,7\\.0$`));
    assert.match(canvas, new RegExp(`^"\\w+, ${student}",.*,${score}$`, "im"));
    assert.match(moodle, new RegExp(`^${student}@x\\.org,${score},`, "m"));
    const lti = JSON.parse(read(`out/lti/hw/${student}.json`));
    assert.deepEqual([lti.scoreGiven, lti.scoreMaximum, lti.gradingProgress], [score, 7, "FullyGraded"]);
    const { score: given, tests } = JSON.parse(read(`out/gradescope/hw/${student}/results.json`));
    assert.equal(given, score);
    const hidden = tests.find(({ name }: { name: string }) => name === "below nought");
    assert.equal(hidden?.status, student === "bob" ? "failed" : "passed");
  }
  const summary = read("out/summary/summary.html");
  assert.match(summary, /3 of 3 students handed in; there are 7 points\.<\/p>/);
});

test("each student's feedback has their marks, and says what was mended only where they changed something", () => {
  run("feedback", "hw");
  const words = (student: string): string => inWords(read("feedback", student, "hw/draws.html"));
  for (const [student, score] of Object.entries(wanted)) {
    assert.match(words(student), new RegExp(`\\b${score} of 7\\b`), student);
    assert.match(words(student), new RegExp(`${student === "bob" ? "failed" : "passed"} below nought`));
    assert.doesNotMatch(words(student), /earlier version|not graded yet/);
  }
  assert.match(words("cy"), /\bown: /);
  for (const student of ["ada", "bob"]) assert.doesNotMatch(words(student), /\bown: /, student);
});

test("graded again, and all anew, nobody's mark changes", () => {
  const before = status();
  const [kept] = json("grade", "hw");
  assert.deepEqual([kept.judged, kept.kept], [0, 5]);
  const [anew] = json("grade", "hw", "--again");
  assert.deepEqual([anew.judged, anew.failed], [5, 0]);
  assert.deepEqual(status(), before);
  const table = read("out/nbgrader/grades.csv");
  exported("nbgrader");
  assert.equal(read("out/nbgrader/grades.csv"), table);
});

test("a mark whose answer changes counts on, and is told wherever marks are", async () => {
  assert.ok(!readdirSync(join(root, "out/nbgrader")).includes("notes.txt"));
  handIn(root, "again", "ada", { ...right, ...twice, why: "I have thought again." });
  run("collect", join(root, "again"), "--assignment", "hw");
  json("grade", "hw");
  const { counts, students } = status();
  assert.deepEqual([counts.graded, counts.toJudge, counts.stale], [3, 0, 1]);
  assert.deepEqual(
    students.map(({ student, stale }: { student: string; stale: number }) => [student, stale]),
    [
      ["bob", 0],
      ["cy", 0],
      ["ada", 1],
    ],
  );
  assert.match(run("status", "hw", "--names").out, /^ {2}ada .*, 1 changed since it was marked/m);
  const told = /^ *hw: 1 students have a mark of an answer that changed since it was read/m;
  for (const format of ["nbgrader", "moodle"]) {
    assert.match(exported(format), told);
    const notes = read("out", format, "notes.txt");
    assert.match(notes, told);
    assert.match(notes, /changed since it was read.*\n {2}ada$/m);
  }
  assert.match(read("out/nbgrader/grades.csv"), /ada.*,7\.0,7\.0$/m);
  exported("summary");
  assert.match(
    read("out/summary/summary.html"),
    /1 student has a mark of an answer that changed since it was read/,
  );
  run("feedback", "hw");
  assert.match(read("feedback/ada/hw/draws.html"), /What was read is an earlier version of your answer/);
  await reviewing(async ({ get }, said) => {
    assert.match(said, /^1 answer waits to be read/m);
    assert.match(await get("/"), /1 changed since/);
  });
});
