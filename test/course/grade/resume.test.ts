/** `genloss course grade`, killed at any moment: the same command ends the work, and the marks are the same. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { gradingPlan } from "../../../course/grade/gradingPlan.ts";
import { localJudges } from "../../../course/grade/localJudges.ts";
import { Gradebook } from "../../../course/gradebook/gradebook.ts";
import { readManifest } from "../../../course/manifest/readManifest.ts";
import { openCourse } from "../../../course/openCourse.ts";
import type { Json } from "../../../jobs/job.ts";
import { seeded } from "../../../lib/random/seeded.ts";
import { descendants } from "../../tools/descendants.ts";
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
import { means, spreads } from "./tools/homework.ts";

const students = 24;
const kills = 20;
/** Far less than an endless answer may take (30 s), and enough on a machine that does much else. */
const patienceMs = 10_000;

async function withSubmissions(): Promise<GradedCourse> {
  const course = gradedCourse();
  const files = Array.from({ length: students }, (_, k) => {
    const [mean] = means[k % means.length]!;
    const [spread] = spreads[Math.floor(k / means.length)]!;
    return [`s${k}`, handIn(course, { mean, spread, why: `words of ${k}` })];
  });
  await course.collect(Object.fromEntries(files));
  return course;
}

const noProc = process.platform !== "linux" && "only Linux tells which processes there are";

const wordsOf = (pid: string): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return ""; // it has ended meanwhile
  }
};

/** Processes that hold a place in what they were started with, and of the given ones those that still run. */
function running(pids: readonly number[]): string[] {
  if (noProc) return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => {
      try {
        const words = wordsOf(pid);
        const isGone = /^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
        return !isGone && (words.includes(ownPlace) || pids.includes(Number(pid)));
      } catch {
        return false; // it has ended meanwhile
      }
    });
}

/** Waits until nothing of a killed command runs any more. @returns in ms */
async function untilGone(pids: readonly number[]): Promise<number> {
  const began = performance.now();
  while (running(pids).length > 0) {
    assert.ok(performance.now() - began < patienceMs, `still there: ${running(pids)}`);
    await wait(50);
  }
  return performance.now() - began;
}

const counted = (database: DatabaseSync): number =>
  Number(database.prepare("SELECT count(*) AS n FROM results").get()?.n);

/**
 * Starts the command and kills it some time after so many new results.
 *
 * @returns whether it was killed; else it had ended before
 */
async function killed({ root, paths }: GradedCourse, after: number, delayMs: number): Promise<boolean> {
  const child = spawn(
    process.execPath,
    ["--no-warnings", main, "course", "grade", "--course", root, "--slots", "2"],
    { stdio: "ignore", env: { ...process.env, NODE_COMPILE_CACHE: compileCache } },
  );
  const ended = once(child, "exit");
  const database = new DatabaseSync(paths.gradebook, { readOnly: true, timeout: 10_000 });
  try {
    const before = counted(database);
    while (child.exitCode === null && counted(database) < before + after) await wait(5);
  } finally {
    database.close();
  }
  await Promise.race([wait(delayMs), ended]);
  const pids = descendants(child.pid!);
  const isKilled = child.kill("SIGKILL");
  const [, signal] = await ended;
  await untilGone(pids);
  return isKilled && signal === "SIGKILL";
}

function isWhole({ paths }: GradedCourse): void {
  const database = new DatabaseSync(paths.gradebook);
  assert.deepEqual({ ...database.prepare("PRAGMA integrity_check").get() }, { integrity_check: "ok" });
  database.close();
  using gradebook = new Gradebook(paths.gradebook);
  assert.equal(gradebook.firstBrokenEntry(), undefined);
}

test(`killed ${kills} times while 24 submissions are judged, and run to its end: the table of one run`, async (t) => {
  const whole = await withSubmissions();
  const report = await whole.grade();
  assert.deepEqual([report.judged, report.kept, report.failed], [2 * students, 0, 0]);
  const wanted = timeless(whole.results());
  const scores = whole
    .marks()
    .map(({ student, cells }) => [student, cells.map(({ status, score }) => [status, score])]);
  for (const [student, cells] of scores as [string, unknown[]][]) {
    const k = Number(student.slice(1));
    const [, status, score] = means[k % means.length]!;
    assert.deepEqual(cells[0], [status, score], student);
    const [, spreadStatus, spreadScore] = spreads[Math.floor(k / means.length)]!;
    // A cell that is no program takes nothing else along.
    assert.deepEqual(cells[1], [spreadStatus, spreadScore], student);
  }

  const course = await withSubmissions();
  const rng = seeded(24);
  const seen = new Map<string, string>();
  let hits = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    // Half of the moments lie before the first new result: programs start, exercises are made ready.
    const after = Math.max(0, Math.floor(rng.next() * 8) - 3);
    const delay = after === 0 ? rng.next() * 3000 : rng.next() * 300;
    if (await killed(course, after, delay)) hits += 1;
    isWhole(course);
    const found = course.results();
    for (const result of timeless(found))
      assert.ok(
        wanted.some((each) => isSame(each, result)),
        JSON.stringify(result),
      );
    const now = new Map(found.map(({ gradeId, sha256, at }) => [`${gradeId} ${sha256}`, at]));
    for (const [key, at] of seen) assert.equal(now.get(key), at, "what was judged stays");
    for (const [key, at] of now) seen.set(key, at);
  }
  t.diagnostic(`${hits} of ${kills} kills hit, ${seen.size} of ${2 * students} results before the last run`);
  assert.equal(hits, kills, "each kill hit a run at work");
  assert.ok(seen.size > 0 && seen.size < 2 * students, `${seen.size} results from killed runs`);

  const last = course.command("grade", "--json");
  assert.equal(last.status, 0, last.err);
  const [{ judged, kept, failed }] = JSON.parse(last.out);
  assert.deepEqual([judged, kept, failed], [2 * students - seen.size, seen.size, 0]);
  const versions = (each: unknown) => ({ ...(each as object), version: "" });
  assert.deepEqual(timeless(course.results()).map(versions), wanted.map(versions));
  isWhole(course);
  await untilGone([]);
});

const isSame = (a: unknown, b: unknown): boolean =>
  JSON.stringify({ ...(a as object), version: "" }) === JSON.stringify({ ...(b as object), version: "" });

/** The sandbox names the program that it runs, below our place; the program that makes it names it as well. */
const isAtWork = (): boolean =>
  running([]).some((pid) => /--ro-bind|--snapshot-blob/.test(wordsOf(pid)) && !/--build/.test(wordsOf(pid)));

test("whoever stops asking ends the judges, though one waits for an endless answer", {
  skip: noProc,
}, async () => {
  const course = gradedCourse({ limits: { testSeconds: 30, cellSeconds: 60 } });
  await course.collect({ ada: handIn(course, { mean: "function mean() { for (;;); }" }) });
  const { course: settings, gradebook, handedOut } = openCourse(course.root);
  using _ = gradebook;
  const manifest = readManifest(course.paths.manifests, assignment);
  const { files } = gradingPlan({ course: settings, gradebook, handedOut, manifest });
  const params = files[0] as unknown as Json;
  const judges = await localJudges({
    ...{ root: course.root, slots: 1, least: "D", trust: false, notebooks: [[manifest.notebooks[0]!, 1]] },
  });
  const done = judges
    .perform([{ key: "ada", module: "course/grade/judgeFile.ts", params }])
    [Symbol.asyncIterator]();
  const first = done.next();
  while (!isAtWork()) await wait(20);
  await wait(500);
  const pids = descendants(process.pid);
  assert.ok(pids.length >= 2, `a judge and an answer: ${pids}`);
  await judges[Symbol.asyncDispose]();
  assert.match(JSON.stringify((await first).value), /Its thread died/);
  await untilGone(pids.filter((pid) => /slotProcess/.test(wordsOf(String(pid)))));
});

test("killed while it waits for an endless answer, it leaves no process behind", {
  skip: noProc,
}, async () => {
  const course = gradedCourse({ limits: { testSeconds: 30, cellSeconds: 60 } });
  await course.collect({ ada: handIn(course, { mean: "function mean() { for (;;); }" }) });
  const words = ["--no-warnings", main, "course", "grade", "--course", course.root];
  const child = spawn(process.execPath, words, { stdio: "ignore" });
  const ended = once(child, "exit");
  while (!isAtWork()) {
    assert.equal(child.exitCode, null, "it is at work");
    await wait(20);
  }
  await wait(500);
  const pids = descendants(child.pid!);
  assert.ok(pids.length >= 2, `a judge and an answer: ${pids}`);
  child.kill("SIGKILL");
  await ended;
  await untilGone(pids);
  isWhole(course);
});
