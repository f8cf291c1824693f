/** Grading by other machines: each has a copy of the course's folder, and listens to a queue. */
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { ownRedis } from "../../jobs/tools/ownRedis.ts";
import { type Started, startGenloss } from "../../sweep/tools/genloss.ts";
import { type GradedCourse, gradedCourse, handIn, ownPlace, timeless } from "./tools/gradedCourse.ts";
import { homework, means, spreads } from "./tools/homework.ts";

const { skip, redis } = await ownRedis();

/** As many files as make a run that can be disturbed. */
const students = 14;
/** An endless answer takes its time, and shows nothing more here. */
const quick = means.filter(([, status]) => status !== "timeout");

async function withAll(more: object = {}): Promise<GradedCourse> {
  const course = gradedCourse(more);
  const files = Array.from({ length: students }, (_, k) => {
    const [mean, spread] = [quick[k % quick.length]![0], spreads[k % spreads.length]![0]];
    return [`s${k}`, handIn(course, { mean, spread, why: `words of ${k}` })];
  });
  await course.collect(Object.fromEntries(files));
  return course;
}

/** The course's folder on another machine. */
function copyOf({ root }: GradedCourse): string {
  const copy = mkdtempSync(join(ownPlace, "machine-"));
  cpSync(root, copy, { recursive: true });
  return copy;
}

function worker(folder: string, env: Readonly<Record<string, string>> = {}): Started {
  const args = ["worker", "--queue", redis().address, "--course", folder];
  return startGenloss([...args, "--concurrency", "1", "--patience", "2"], ownPlace, {
    ...redis().env,
    ...env,
  });
}
async function listening(folder: string): Promise<Started> {
  const started = worker(folder);
  for (let tries = 0; tries < 600 && !/Listening at/.test(started.said()); tries += 1) await pause(50);
  assert.match(started.said(), /^Judging in sandbox level [A-D], .+\.\nListening at redis:/m);
  return started;
}
const grade = ({ root }: GradedCourse, ...more: readonly string[]): Started =>
  startGenloss(
    ["course", "grade", "--course", root, "--queue", redis().address, ...more],
    ownPlace,
    redis().env,
  );
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
/** What results say, whoever has made them: the version is that of the program. */
const saying = (course: GradedCourse): unknown[] =>
  timeless(course.results()).map((result) => ({ ...(result as object), version: "" }));

test("two workers give the results of this machine, though one is killed and Redis crashes; they write nothing", {
  skip,
}, async () => {
  const course = await withAll();
  const copies = [copyOf(course), copyOf(course)];
  const before = copies.map(filesIn);
  using first = await listening(copies[0]!);
  using second = await listening(copies[1]!);
  const grading = grade(course, "--json");
  for (let tries = 0; tries < 1200 && course.results().length < 3; tries += 1) await pause(25);
  first.child.kill("SIGKILL");
  await redis().stop("SIGKILL");
  await pause(300);
  await redis().start();
  const { status, stdout, stderr } = await grading.ended;
  assert.equal(status, 0, stderr);
  const [report] = JSON.parse(stdout);
  assert.deepEqual([report.judged, report.kept, report.failed], [2 * students, 0, 0]);
  assert.match(report.levels.join(), /^[A-D]$/);
  const queued = saying(course);
  await course.grade({ again: true });
  assert.deepEqual(queued, saying(course));
  assert.deepEqual(copies.map(filesIn), before, "a worker writes nothing into the folder");

  const args = ["queue", "status", "--course", course.root, "--queue", redis().address];
  const told = await startGenloss(args, ownPlace, redis().env).ended;
  assert.match(
    told.stdout,
    /^Code [\da-f]{12}: 0 waiting, 0 running\nWorkers: \S+\.\d+\.sandbox-[A-D]\n$/,
    told.stderr,
  );
  second.child.kill("SIGTERM");
  const ended = await second.ended;
  assert.equal(ended.status, 0, ended.stderr);
  assert.match(ended.stdout, /^\d+ jobs done, 0 of them set aside\.\n$/);
});

test("numbers of their own: a worker makes each student's from the course's folder", { skip }, async () => {
  const course = await withAll({ assignments: { hw: { variants: true } } });
  using _worker = await listening(copyOf(course));
  const { status, stderr } = await grade(course).ended;
  assert.equal(status, 0, stderr);
  const queued = saying(course);
  await course.grade({ again: true });
  assert.deepEqual(queued, saying(course));
});

test("a folder without a file that was handed in judges the others; nobody gets a 0 for it, and the next try ends it", {
  skip,
}, async () => {
  const course = await withAll();
  const copy = copyOf(course);
  const [lost, damaged] = readdirSync(join(copy, "private/store"));
  rmSync(join(copy, "private/store", lost!));
  writeFileSync(join(copy, "private/store", damaged!), "other bytes");
  using _worker = await listening(copy);
  const { status, stderr } = await grade(course).ended;
  assert.equal(status, 1);
  assert.match(stderr, /^4 answers could not be judged, for no fault of theirs; they have no mark yet$/m);
  const without = course.results().filter((result) => result.status === "infra-error");
  assert.deepEqual([...new Set(without.map(({ sha256 }) => sha256))].sort(), [lost, damaged].sort());
  for (const { output } of without)
    assert.match(output, /Cannot judge hw: \S+ must hold what was handed in, and does not \(\S+\)$/);
  cpSync(join(course.root, "private/store"), join(copy, "private/store"), { recursive: true });
  const again = await grade(course, "--json").ended;
  assert.equal(again.status, 0, again.stderr);
  const [report] = JSON.parse(again.stdout);
  assert.deepEqual([report.judged, report.kept], [4, 2 * students - 4]);
});

test("a folder with another release judges nothing, and says so; brought up to date it does, with no new start", {
  skip,
}, async () => {
  const course = await withAll();
  const copy = copyOf(course);
  using _worker = await listening(copy);
  assert.equal((await grade(course, "--student", "s0").ended).status, 0);
  course.release(homework('if (mean([-2, -4]) !== -3) throw new Error("below nought, anew");'));
  const { status, stderr } = await grade(course, "--student", "s1").ended;
  assert.equal(status, 1, stderr);
  const wrong = course.results().filter((result) => result.status === "infra-error");
  assert.equal(wrong.length, 2);
  for (const { output } of wrong)
    assert.match(output, /must hold the release that is graded, and holds another of hw/);
  cpSync(join(course.root, "private/manifests"), join(copy, "private/manifests"), { recursive: true });
  const again = await grade(course, "--json").ended;
  assert.equal(again.status, 0, again.stderr);
});

test("a machine below the course's level does not listen; a folder that is none, or came without keys, is told", {
  skip,
}, async () => {
  const strict = await withAll({ sandbox: "A" });
  const low = await worker(copyOf(strict), { PATH: join(ownPlace, "nothing") }).ended;
  assert.equal(low.status, 1);
  assert.match(low.stderr, /^Cannot grade: the sandbox must reach level A, got level D/m);
  const none = await worker(mkdtempSync(join(ownPlace, "none-"))).ended;
  assert.equal(none.status, 2);
  assert.match(none.stderr, /course\.json/);
  const copy = copyOf(strict);
  rmSync(join(copy, "private"), { recursive: true });
  const bare = await worker(copy).ended;
  assert.equal(bare.status, 2);
  assert.match(
    bare.stderr,
    /must be the folder from which it was released, with what is private in it, got no \S+manifests$/m,
  );
  assert.ok(!filesIn(copy).some((path) => /keys\.json/.test(path)), "no new keys are made");
  const both = await grade(strict, "--trust-submissions").ended;
  assert.equal(both.status, 2);
  assert.match(
    both.stderr,
    /--trust-submissions must be given without --queue \(each worker keeps its own guard\), got both/,
  );
});
