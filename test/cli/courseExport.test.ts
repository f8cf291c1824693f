import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { readAnswers } from "../../course/answers/readAnswers.ts";
import { exportFormats } from "../../course/export/exportFormats.ts";
import { Gradebook } from "../../course/gradebook/gradebook.ts";
import { coursePaths } from "../../course/settings/coursePaths.ts";
import { handedIn, manifest, starter } from "../course/export/tools/assignment.ts";
import { cells, type Fare, settings, students, work } from "../course/export/tools/sampleCourse.ts";
import { fingerprint } from "./tools/fingerprint.ts";
import { folderWith } from "./tools/folderWith.ts";

const genloss = fileURLToPath(new URL("../../cli/genloss.mjs", import.meta.url));

const run = (root: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, [genloss, "course", "export", ...args], { cwd: root, encoding: "utf8" });

const template = `Student,ID,SIS User ID,SIS Login ID,Section,Homework 1 (4711)
    Points Possible,,,,,6.00
"Lovelace, Ada",101,007,ada@example.org,S1,
Nobody,999,,,S1,
`;

/** A course of two who handed in and one who did not, as the other commands leave it. @param essay how the text of the first fared */
function course(essay: Fare = "reviewed"): string {
  const { assignments, ...rest } = settings;
  const root = folderWith({
    "course.json": JSON.stringify({ ...rest, assignments }),
    "source/hw1/photocopy.ipynb": "{}",
    "template.csv": template,
    "theirs/notes.txt": "mine",
  });
  const paths = coursePaths(root);
  mkdirSync(paths.manifests, { recursive: true });
  mkdirSync(paths.store, { recursive: true });
  writeFileSync(join(paths.manifests, "hw1.json"), JSON.stringify(manifest));
  const bytes = handedIn(starter.replace("// your code here", "return 1;"));
  writeFileSync(join(paths.store, "sha-1"), bytes);
  writeFileSync(join(paths.store, "sha-2"), handedIn(starter.replace("// your code here", "return 2;")));
  const sheet = readAnswers(manifest.notebooks[0]!, bytes);
  const answerSha = "answers" in sheet ? (sheet.answers.get("essay")?.sha ?? "") : "";
  using gradebook = new Gradebook(paths.gradebook);
  gradebook.saveStudents([students[0]!, students[2]!, students[5]!]);
  gradebook.saveGradedCells("hw1", cells);
  for (const [id, who, fares] of [
    [1, "ada", ["pass", "pass", essay]],
    [2, "eve_smith", ["fail", "timeout", "reviewed"]],
  ] as const) {
    const { attempts, results } = work(id, who, fares);
    for (const attempt of attempts) gradebook.addAttempt(attempt);
    for (const result of results) gradebook.saveResult(result);
    if (fares[2] === "reviewed")
      gradebook.saveManualMark({
        ...{
          student: who,
          assignment: "hw1",
          notebook: "photocopy",
          gradeId: "essay",
          score: 1,
          comment: "",
        },
        ...{ rubric: [], reason: "", answerSha, by: "me", at: "2026-10-07T10:00:00.000Z" },
      });
  }
  return root;
}

const made: Readonly<Record<(typeof exportFormats)[number], readonly string[]>> = {
  nbgrader: ["grades.csv"],
  canvas: ["canvas.csv", "notes.txt"],
  moodle: ["hw1.csv", "notes.txt"],
  gradescope: ["hw1/ada/results.json", "hw1/eve_smith/results.json", "notes.txt"],
  lti: ["hw1/ada.json", "notes.txt"],
  dolos: ["hw1/ada.ts", "hw1/eve_smith.ts", "hw1/info.csv", "notes.txt"],
  summary: ["summary.html"],
};

for (const format of exportFormats)
  test(`genloss course export --to ${format} writes its files for their owner alone, and names nobody in the log`, () => {
    const root = course();
    const args = format === "canvas" ? ["--template", "template.csv"] : [];
    const { status, stdout, stderr } = run(root, "hw1", "--to", format, ...args);
    assert.equal(status, 0, stderr);
    const out = join(root, "exports", `${format}+hw1`);
    const all = readdirSync(out, { recursive: true, withFileTypes: true });
    const files = all
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1));
    const expected = format === "nbgrader" ? [...made[format], "notes.txt"] : made[format]; // a name like a formula
    assert.deepEqual(files.sort(), [...expected, ".genloss-export.json"].sort());
    for (const entry of all) {
      const { mode } = lstatSync(join(entry.parentPath, entry.name));
      assert.equal(mode & 0o777, entry.isFile() ? 0o600 : 0o700, entry.name);
    }
    assert.equal(lstatSync(join(root, "exports")).mode & 0o777, 0o700);
    assert.doesNotMatch(stdout + stderr, /ada|Lovelace|eve|Smith|absent|Nobody|007/);
    assert.match(stdout, new RegExp(`^Wrote .* to exports/${format}\\+hw1`));
  });

test("genloss course export: the marks are those of the gradebook", () => {
  const root = course();
  assert.equal(run(root, "--to", "canvas", "--template", "template.csv", "-o", "out").status, 0);
  assert.equal(
    readFileSync(join(root, "out/canvas.csv"), "utf8"),
    template.replace("S1,\nNobody", "S1,6\nNobody"),
  );
  assert.match(readFileSync(join(root, "out/notes.txt"), "utf8"), /^1 rows of the template .*\n {2}999\n/);
});

test("genloss course export: the same command again replaces its own files", () => {
  const root = course();
  assert.equal(run(root, "--to", "gradescope", "-o", "out").status, 0);
  assert.equal(run(root, "--to", "nbgrader", "-o", "out").status, 0);
  assert.deepEqual(readdirSync(join(root, "out")).sort(), [
    ".genloss-export.json",
    "grades.csv",
    "notes.txt",
  ]);
});

test("genloss course export --json says what was written, with counts and no names", () => {
  const { stdout, stderr, status } = run(course(), "--to", "lti", "--json");
  assert.equal(status, 0, stderr);
  const report = JSON.parse(stdout);
  assert.deepEqual([report.format, report.assignments, report.files], ["lti", ["hw1"], 1]);
  assert.deepEqual(
    report.notes.map(({ count }: { count: number }) => count),
    [2],
  );
  assert.doesNotMatch(stdout + stderr, /ada|eve|absent/);
});

test("genloss course export refuses marks that are not final, with exit code 1, and leaves nothing; --with-pending goes on", () => {
  const root = course("to-review");
  const { status, stderr } = run(root, "hw1", "--to", "moodle");
  assert.equal(status, 1);
  assert.match(stderr, /^Cannot export marks: all must be final, got .* 1 in hw1\n {2}Try .*--with-pending/);
  assert.ok(!existsSync(join(root, "exports")));
  assert.equal(run(root, "hw1", "--to", "moodle", "--with-pending").status, 0);
  assert.doesNotMatch(readFileSync(join(root, "exports/moodle+hw1/hw1.csv"), "utf8"), /ada/);
  assert.equal(run(root, "hw1", "--to", "dolos").status, 0); // code is compared, marked or not
});

for (const [name, args, message] of [
  ["a folder of somebody's", ["--to", "nbgrader", "-o", "theirs"], /theirs must be a new or an empty folder/],
  [
    "an assignment that was not released",
    ["hw9", "--to", "nbgrader"],
    /must be released, got hw9; released: hw1\n {2}Try/,
  ],
  ["a format that there is not", ["--to", "excel"], /Allowed choices are nbgrader, canvas/],
  ["no format", ["hw1"], /required option '--to <format>' not specified/],
  [
    "Canvas without a template",
    ["--to", "canvas"],
    /--template must name the file that Canvas exports, got none\n {2}Try/,
  ],
  [
    "a template that is not there",
    ["--to", "canvas", "--template", "no.csv"],
    /--template must name a file, got no\.csv/,
  ],
  [
    "a template for another format",
    ["--to", "lti", "--template", "template.csv"],
    /must come with --to canvas, got --to lti/,
  ],
  [
    "a column without an assignment",
    ["--to", "canvas", "--column", "x"],
    /--column must be ASSIGNMENT=HEADER, got "x"/,
  ],
  [
    "a column of another assignment",
    ["--to", "canvas", "--template", "template.csv", "--column", "hw2=A"],
    /--column must name an assignment that is exported \(hw1\), got hw2/,
  ],
  ["a folder without a name", ["--to", "lti", "-o", ""], /--out must name a folder, got ""/],
  ["a folder that is no course", ["--to", "lti", "--course", "theirs"], /must hold a course\.json/],
] as const)
  test(`genloss course export refuses ${name}, with exit code 2, and changes nothing`, () => {
    const root = course();
    const before = fingerprint(join(root, "theirs"));
    const { status, stderr } = run(root, ...args);
    assert.equal(status, 2, stderr);
    assert.match(stderr, message);
    assert.deepEqual(fingerprint(join(root, "theirs")), before);
    assert.ok(!existsSync(join(root, "exports")));
  });

test("genloss course export refuses a course without a gradebook, and makes none", () => {
  const root = folderWith({ "course.json": "{}" });
  const { status, stderr } = run(root, "--to", "summary");
  assert.equal(status, 2);
  assert.match(stderr, /must have a gradebook, got nothing/);
  assert.deepEqual(readdirSync(root), ["course.json"]);
});

test("genloss course export --help has an example for each kind of use", () => {
  const { status, stdout } = run(folderWith({}), "--help");
  assert.equal(status, 0);
  assert.match(stdout, /Example:\n {2}genloss course export homework-1 --to canvas --template/);
});
