/** `genloss course students import`, `collect` and `status`, as an instructor types them. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Gradebook } from "../../course/gradebook/gradebook.ts";
import { coursePaths } from "../../course/settings/coursePaths.ts";
import { courseFiles, notebook } from "../course/collect/tools/smallCourse.ts";
import { gradedCell } from "../course/marks/records.ts";
import { fingerprint } from "./tools/fingerprint.ts";
import { folderWith } from "./tools/folderWith.ts";
import { killAtRandomPoints } from "./tools/killAtRandomPoints.ts";

const main = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));
const run = (cwd: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--no-warnings", main, "course", ...args], {
    cwd,
    encoding: "utf8",
  });
  return { status, out: stdout, err: stderr };
};
const done = notebook("one", "const add = (a: number, b: number) => a + b;");
const handedIn = {
  "in/Ada Lovelace_1_assignsubmission_file/one.ipynb": done,
  "in/Ada Lovelace_1_assignsubmission_file/mine.txt": "mine",
  "in/Participant_2_assignsubmission_file/two.ipynb": "broken",
};
const students = "id,first_name,last_name,email\nal1,Ada,Lovelace,\nbb2,Bob,Builder,\ncc3,Cy,Clone,\n";

test("from a list of students to nbgrader's folders, and no name where none was asked for", () => {
  const root = folderWith({ ...courseFiles(), ...handedIn, "students.csv": students });
  {
    using gradebook = new Gradebook(coursePaths(root).gradebook);
    gradebook.saveGradedCells("hw1", [gradedCell("add-test", 2)]);
  }
  const imported = run(root, "students", "import", "students.csv");
  assert.deepEqual([imported.status, imported.out], [0, "3 students added, 0 known already\n"]);

  const first = run(root, "collect", "in", "--assignment", "hw1");
  assert.equal(first.status, 1, first.err);
  assert.match(first.out, /^1 new attempts, 0 known already\n {2}1: time not known/);
  assert.match(first.out, /^1 are nobody's yet; they are kept, and private\/unmatched\.csv says why:$/m);
  assert.doesNotMatch(first.out + first.err, /Ada|Lovelace|al1|Participant/);
  const list = join(root, "private/unmatched.csv");
  assert.equal(statSync(list).mode & 0o777, 0o600);
  assert.match(
    readFileSync(list, "utf8"),
    /^name,student,submitted_at,assignment,reason\nParticipant_2,,,hw1,/,
  );

  writeFileSync(
    list,
    readFileSync(list, "utf8").replace("Participant_2,,", "Participant_2,bb2,2026-12-01T10:00"),
  );
  const second = run(
    root,
    "collect",
    "--assignment",
    "hw1",
    "--map",
    "private/unmatched.csv",
    "--lay-out",
    "--names",
  );
  assert.equal(second.status, 0, second.err);
  assert.match(second.out, /^ {2}bb2 {2}hw1 {2}\S{14} {2}2026-12-01T09:00:00\.000Z$/m);
  assert.equal(readFileSync(join(root, "submitted/al1/hw1/one.ipynb"), "utf8"), done);
  assert.equal(readFileSync(join(root, "submitted/al1/hw1/mine.txt"), "utf8"), "mine");
  assert.equal(readFileSync(join(root, "submitted/bb2/hw1/two.ipynb"), "utf8"), "broken");
  assert.equal(
    readFileSync(join(root, "submitted/bb2/hw1/timestamp.txt"), "utf8"),
    "2026-12-01 09:00:00 UTC\n",
  );
  assert.equal(statSync(join(root, "submitted/al1/hw1/one.ipynb")).mode & 0o777, 0o600);

  const status = JSON.parse(run(root, "status", "hw1", "--json").out).assignments[0].counts;
  assert.deepEqual(status, {
    ...{ students: 3, handedIn: 2, missing: 1, attempts: 2, graded: 0 },
    ...{ toJudge: 1, toReview: 1, stale: 0, late: 1, timeUnknown: 1, problems: 1 },
  });
  const counts = run(root, "status");
  assert.doesNotMatch(counts.out, /Ada|al1/);
  assert.match(run(root, "status", "hw1", "--names").out, /al1 \(Ada Lovelace\): 1 attempts, 0 of 1 graded/);

  writeFileSync(join(root, "submitted/al1/hw1/one.ipynb"), "theirs now");
  const theirs = join(root, "submitted/al1/hw1/.genloss-submitted.json");
  writeFileSync(theirs, "{}");
  const before = fingerprint(join(root, "submitted"));
  const refused = run(root, "collect", "in", "--assignment", "hw1", "--lay-out");
  assert.equal(refused.status, 2);
  assert.match(refused.err, /^Cannot lay out submissions: /);
  assert.deepEqual(fingerprint(join(root, "submitted")), before);
});

const wrong: readonly [args: readonly string[], words: RegExp][] = [
  [["collect", "in"], /nothing there/],
  [["collect"], /PATH must be given/],
  [["collect", ".", "--assignment", "hw9"], /--assignment must be one of the course's \(hw1\), got hw9/],
  [["collect", ".", "--assignment", "hw1", "--map", "none.csv"], /none\.csv must be a file/],
  [["collect", ".", "--from", "pigeon"], /pigeon/],
  [["status", "hw9"], /must be one of hw1, got hw9/],
  [["students", "import", "none.csv"], /must be a file/],
  [["status", "--course", "nowhere"], /course/],
];
for (const [args, words] of wrong)
  test(`genloss course ${args.join(" ")} is refused`, () => {
    const { status, err } = run(folderWith(courseFiles()), ...args);
    assert.equal(status, 2, err);
    assert.match(err, words);
  });

test("genloss course collect, killed while it collects, loses nothing, and ends its work when called again", async () => {
  const more = Object.fromEntries(
    Array.from({ length: 6 }, (_, k) => [`in/s${k}/one.ipynb`, notebook("one", `const add = ${k};`)]),
  );
  const args = ["collect", "in", "--assignment", "hw1", "--lay-out"];
  const folderOf = (folder: string) => coursePaths(folder);
  await killAtRandomPoints(
    {
      prepare(folder) {
        const made = folderWith({ ...courseFiles(), ...more });
        spawnSync("cp", ["-a", `${made}/.`, folder]);
      },
      args: () => [main, "course", ...args],
      check(folder) {
        for (const [path, text] of Object.entries(more))
          assert.equal(readFileSync(join(folder, path), "utf8"), text);
        using gradebook = new Gradebook(folderOf(folder).gradebook);
        for (const { files } of gradebook.attempts())
          for (const { sha256, bytes } of files)
            assert.equal(statSync(join(folderOf(folder).store, sha256)).size, bytes);
        assert.equal(gradebook.firstBrokenEntry(), undefined);
      },
      again: (folder) => assert.equal(run(folder, ...args).status, 0),
      finished(folder) {
        using gradebook = new Gradebook(folderOf(folder).gradebook);
        const found = gradebook.attempts("hw1").map(({ student, files }) => [student, files[0]?.notebook]);
        assert.deepEqual(
          found.sort(),
          Array.from({ length: 6 }, (_, k) => [`s${k}`, "one"]),
        );
        assert.deepEqual(gradebook.unreadAttempts("hw1"), []);
        for (let k = 0; k < 6; k++) statSync(join(folder, `submitted/s${k}/hw1/one.ipynb`));
      },
    },
    20,
    7,
  );
});
