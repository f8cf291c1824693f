/** What is judged when, by how many at once, and what stays as it was. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Gradebook } from "../../../course/gradebook/gradebook.ts";
import { formatNotebook } from "../../../kernel/notebook/formatNotebook.ts";
import { findBubblewrap } from "../../tools/bubblewrap.ts";
import { childrenOf } from "../../tools/descendants.ts";
import {
  assignment,
  compileCache,
  type GradedCourse,
  gradedCourse,
  handIn,
  main,
  ownPlace,
  timeless,
} from "./tools/gradedCourse.ts";
import { countingHomework, hiddenCheck, homework, means, spreads } from "./tools/homework.ts";

const bubblewrap = await findBubblewrap();
const noBubblewrap = "reason" in bubblewrap && bubblewrap.reason;
const right = means[0]![0];
const [rightSpread, wrongSpread] = [spreads[0]![0], spreads[1]![0]];

async function withAll(more: object = {}): Promise<GradedCourse> {
  const course = gradedCourse(more);
  const files = means.map(([mean], k) => [`s${k}`, handIn(course, { mean, spread: spreads[k % 3]![0] })]);
  await course.collect(Object.fromEntries(files));
  return course;
}

/** Grades with another PATH, in which programs for sandboxes are looked for. */
async function withPath<T>(path: string, work: () => T | Promise<T>): Promise<T> {
  const before = process.env.PATH;
  process.env.PATH = path;
  try {
    return await work();
  } finally {
    process.env.PATH = before;
  }
}

/** A folder with a program called bwrap, which does what the script says before it is the real one. */
function standIn(script: (folder: string) => string): string {
  if ("reason" in bubblewrap) throw new Error(bubblewrap.reason);
  const folder = mkdtempSync(join(ownPlace, "stand-in-"));
  chmodSync(folder, 0o777); // each slot is a user of its own
  const path = join(folder, "bwrap");
  writeFileSync(path, `#!/bin/sh\n${script(folder)}\nexec ${bubblewrap.path} "$@"\n`);
  chmodSync(path, 0o755);
  return `${folder}:${process.env.PATH}`;
}

const statuses = (course: GradedCourse): Record<string, unknown> =>
  Object.fromEntries(
    course.marks().map(({ student, cells }) => [student, cells.map(({ status }) => status)]),
  );

test("the same marks with 1, 2, 4 and 8 slots, each time all anew", async () => {
  const course = await withAll();
  let wanted: unknown;
  for (const [round, slots] of [1, 2, 4, 8].entries()) {
    const at = `2026-12-02T10:0${round}:00.000Z`;
    const report = await course.grade({ slots, again: true, now: () => new Date(at) });
    assert.deepEqual([report.judged, report.kept, report.failed], [2 * means.length, 0, 0]);
    const results = course.results();
    assert.ok(results.every((result) => result.at === at));
    wanted ??= timeless(results);
    assert.deepEqual(timeless(results), wanted, `${slots} slots`);
  }
  for (const { student, cells, isPending } of course.marks()) {
    const k = Number(student.slice(1));
    assert.deepEqual([cells[0]?.status, cells[0]?.score], means[k]!.slice(1), student);
    assert.deepEqual([cells[1]?.status, cells[1]?.score], spreads[k % 3]!.slice(1), student);
    assert.equal(isPending, true, "the words wait for a person");
  }
});

test("tests that change what they stand on find it as it was, whoever was judged before", async () => {
  const course = gradedCourse({}, countingHomework());
  const answers = Array.from({ length: 6 }, (_, k) => `function twice(x: number) { return 2 * x; } // ${k}`);
  await course.collect(Object.fromEntries(answers.map((twice, k) => [`s${k}`, handIn(course, { twice })])));
  for (const slots of [1, 2, 4, 8]) {
    const report = await course.grade({ slots, again: true });
    assert.deepEqual([report.judged, report.failed], [24, 0]);
    for (const { status, gradeId, tests } of course.results())
      assert.equal(status, "pass", `${slots} slots, ${gradeId}: ${tests[0]?.message}`);
  }
});

test("a file that two students handed in is judged once, and a second run judges nothing", async () => {
  const course = gradedCourse();
  const same = handIn(course, { mean: right, spread: wrongSpread });
  const note = JSON.parse(handIn(course, {}));
  note.cells.splice(3, 0, {
    cell_type: "code",
    id: "mine",
    metadata: {},
    source: "const note = 1;",
    outputs: [],
  });
  await course.collect({
    ...{ ada: same, bob: same, cy: handIn(course, { mean: right }) },
    dan: JSON.stringify(note),
  });
  const first = await course.grade();
  assert.deepEqual([first.judged, first.kept, first.failed], [6, 0, 0]);
  assert.deepEqual(statuses(course), {
    ada: ["pass", "fail", "to-review"],
    bob: ["pass", "fail", "to-review"],
    cy: ["pass", "not-attempted", "to-review"],
    dan: ["not-attempted", "not-attempted", "to-review"],
  });
  const before = course.results();
  const second = await course.grade({ now: () => new Date("2027-01-01T00:00:00Z") });
  assert.deepEqual(second, { judged: 0, kept: 6, failed: 0, levels: [] });
  assert.deepEqual(course.results(), before);
});

test("after a change of one hidden test only what it judges is judged anew, and a person's mark stays", async () => {
  const course = await withAll();
  await course.grade();
  {
    using gradebook = new Gradebook(course.paths.gradebook);
    gradebook.saveManualMark({
      ...{
        student: "s2",
        assignment,
        notebook: assignment,
        gradeId: "mean-test",
        score: 1.5,
        comment: "nearly",
      },
      ...{
        rubric: [],
        reason: "the idea is right",
        answerSha: "",
        by: "teacher",
        at: "2026-12-02T11:00:00Z",
      },
    });
  }
  const before = course.results();
  const source = join(course.paths.source, assignment, `${assignment}.ipynb`);
  writeFileSync(source, formatNotebook(homework(hiddenCheck.replaceAll("-3", "-5").replace("-2", "-3"))));
  const released = course.command("release", "--bare", assignment);
  assert.equal(released.status, 0, released.err);
  assert.match(released.out, /stays as before/);
  assert.equal(
    course.marks().filter(({ cells }) => cells[0]?.status === "infra-error").length,
    means.length - 1,
  );

  const graded = course.command("grade", assignment, "--json");
  assert.equal(graded.status, 0, graded.err);
  const [{ judged, kept, failed }] = JSON.parse(graded.out);
  assert.deepEqual([judged, kept, failed], [means.length, means.length, 0]);
  const after = course.results();
  assert.deepEqual(
    after.filter(({ gradeId }) => gradeId === "spread-test"),
    before.filter(({ gradeId }) => gradeId === "spread-test"),
    "with the time at which they were made",
  );
  for (const { student, cells } of course.marks()) {
    const k = Number(student.slice(1));
    const wanted = k === 2 ? ["reviewed", 1.5] : means[k]!.slice(1);
    assert.deepEqual([cells[0]?.status, cells[0]?.score], wanted, student);
  }
  await course.grade({ again: true });
  const mark = course.marks().find(({ student }) => student === "s2")?.cells[0];
  assert.deepEqual([mark?.status, mark?.score, mark?.automatic], ["reviewed", 1.5, 0]);
});

test("--student judges that student alone, and --again what was judged", async () => {
  const course = await withAll();
  const only = course.command("grade", "--student", "s0", "s2", "--json");
  assert.equal(only.status, 0, only.err);
  assert.deepEqual([JSON.parse(only.out)[0].judged, course.results().length], [4, 4]);
  const again = course.command("grade", "--student", "s0", "--again");
  assert.match(again.out, /^hw: 2 answers judged in \d+ s, 0 results were there; sandbox level [A-D]\n$/);
  assert.doesNotMatch(again.out + again.err, /s0/, "no student is named");
  const unknown = course.command("grade", "--student", "s0", "nobody");
  assert.equal(unknown.status, 2);
  assert.match(
    unknown.err,
    /Cannot grade: --student must be the id of a student of the course, got "nobody"/,
  );
});

test("what the sandbox cannot do is no 0: it is told, and the next run judges it", {
  skip: noBubblewrap,
}, async () => {
  const course = gradedCourse();
  await course.collect({ ada: handIn(course, { mean: right, spread: rightSpread }) });
  // It says hello, so that the ladder takes it, and breaks when it is needed.
  const path = standIn(() => 'case "$*" in *hello.ts*) ;; *) echo "bwrap: no room" >&2; exit 1;; esac');
  const broken = await withPath(path, () => course.command("grade"));
  assert.equal(broken.status, 1);
  assert.match(broken.err, /2 answers could not be judged, for no fault of theirs; they have no mark yet/);
  const [mark] = course.marks();
  assert.deepEqual(
    [mark?.isPending, statuses(course)],
    [true, { ada: ["infra-error", "infra-error", "to-review"] }],
  );
  assert.ok(
    course.results().every(({ tests }) => tests.every(({ message }) => /no room/.test(message ?? ""))),
  );

  const mended = await course.grade();
  assert.deepEqual([mended.judged, mended.kept, mended.failed], [2, 0, 0]);
  assert.deepEqual(
    course.marks()[0]?.cells.map(({ score }) => score),
    [2, 3, 0],
  );
  assert.equal(course.results().length, 2, "in place of what was no result");
});

test("a sandbox that breaks now and then costs nobody anything", { skip: noBubblewrap }, async () => {
  const course = await withAll();
  await course.grade();
  const wanted = timeless(course.results());
  const path = standIn(
    (folder) => `case "$*" in *hello.ts*) ;; *)
  n=$(cat ${folder}/n 2>/dev/null || echo 0); echo $((n + 1)) > ${folder}/n; chmod 666 ${folder}/n 2>/dev/null
  [ $((n % 4)) -eq 0 ] && { echo "bwrap: no room" >&2; exit 1; } ;; esac`,
  );
  const report = await withPath(path, () => course.grade({ slots: 1, again: true }));
  assert.ok(Number(readFileSync(join(path.split(":")[0]!, "n"), "utf8")) > 2 * means.length, "it broke");
  assert.equal(report.failed, 0);
  assert.deepEqual(timeless(course.results()), wanted);
});

test("a judge that is killed is started anew, and all get their marks", async () => {
  const course = await withAll();
  await course.grade();
  const wanted = timeless(course.results());
  let kills = 0;
  const report = await course.grade({
    again: true,
    onResult(done) {
      if (done % 5 !== 1) return;
      for (const pid of childrenOf(process.pid))
        if (readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("slotProcess")) {
          process.kill(pid, "SIGKILL");
          kills += 1;
        }
    },
  });
  if (process.platform === "linux") assert.ok(kills >= 3, `${kills}`);
  assert.deepEqual([report.judged, report.failed], [2 * means.length, 0]);
  assert.deepEqual(timeless(course.results()), wanted);
});

test("below the level of the course nothing is judged, and what to install is told", async () => {
  const course = gradedCourse({ sandbox: "A" });
  await course.collect({ ada: handIn(course, { mean: right, spread: wrongSpread }) });
  const nothing = join(ownPlace, "nothing");
  mkdirSync(nothing, { recursive: true });
  const refused = await withPath(nothing, () => course.command("grade"));
  assert.equal(refused.status, 1);
  assert.match(refused.err, /^Cannot grade: the sandbox must reach level A, got level D/);
  assert.match(
    refused.err,
    process.platform === "linux" ? /Try {3}apt install bubblewrap/ : /Try {3}grade on Linux/,
  );
  assert.deepEqual(course.results(), []);

  const trusted = await withPath(nothing, () => course.command("grade", "--trust-submissions"));
  assert.equal(trusted.status, 0, trusted.err);
  assert.match(trusted.out, /sandbox level D/);
  assert.deepEqual(
    course.results().map(({ level, status }) => [level, status]),
    [
      ["D", "pass"],
      ["D", "fail"],
    ],
  );
});

test("asked to stop, it ends what it judges, and the same command goes on", async () => {
  const course = await withAll();
  const words = ["--no-warnings", main, "course", "grade", "--course", course.root, "--slots", "1"];
  const env = { ...process.env, NODE_COMPILE_CACHE: compileCache };
  const child = spawn(process.execPath, words, { env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  const ended = once(child, "close");
  while (course.results().length === 0) {
    assert.equal(child.exitCode, null, err);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  process.kill(-child.pid!, "SIGINT"); // as a terminal does: all of its processes
  assert.deepEqual(await ended, [1, null], err);
  assert.match(err, /Stopped: the same command goes on from here/);
  const found = course.results();
  assert.equal(found.length % 2, 0, "both cells of what was begun");
  assert.ok(found.length < 2 * means.length, `${found.length}`);
  const rest = await course.grade();
  assert.deepEqual([rest.judged, rest.kept], [2 * means.length - found.length, found.length]);
});

for (const [args, words] of [
  [["--slots", "0"], /--slots must be a whole number from 1 to 64, got 0/],
  [["--slots", "two"], /--slots must be a whole number from 1 to 64, got two/],
  [["hw9"], /ASSIGNMENT must be one that was released, got "hw9"\n {2}Try {3}hw/],
] as const)
  test(`genloss course grade ${args.join(" ")} is refused`, () => {
    const { status, err } = gradedCourse().command("grade", ...args);
    assert.equal(status, 2, err);
    assert.match(err, words);
  });

test("a course of which nothing was released is told so", () => {
  const root = mkdtempSync(join(ownPlace, "empty-"));
  mkdirSync(join(root, "source"));
  const words = ["--no-warnings", main, "course", "grade", "--course", root];
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  assert.equal(status, 2, stderr);
  assert.match(stderr, /an assignment must be released, got none\n {2}Try {3}genloss course release/);
});
