/** `genloss course init`, `assign` and `release`, as an instructor types them. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Gradebook } from "../../course/gradebook/gradebook.ts";
import { isSigned } from "../../course/release/publicManifest.ts";
import { coursePaths } from "../../course/settings/coursePaths.ts";
import { readAssignment } from "../../course/source/readAssignment.ts";
import { variantNotebook } from "../../course/variants/variantNotebook.ts";
import { parseNotebook } from "../../kernel/notebook/parseNotebook.ts";
import { fingerprint } from "./tools/fingerprint.ts";
import { folderWith } from "./tools/folderWith.ts";

const main = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));

function genloss(cwd: string, ...args: string[]) {
  return spawnSync(process.execPath, [main, "course", ...args], { cwd, encoding: "utf8" });
}
const read = (...path: string[]): string => readFileSync(join(...path), "utf8");
const edit = (path: string, from: string, to: string): void => {
  const before = read(path);
  assert.ok(before.includes(from), `${path} holds ${from}`);
  writeFileSync(path, before.replace(from, to));
};

test("from an empty folder to what students get, and what changes after that", () => {
  const folder = folderWith({});
  const course = join(folder, "my-course");
  assert.match(
    genloss(folder, "init", "my-course").stdout,
    /Next: {2}cd my-course && genloss course assign loan/,
  );
  const assigned = genloss(course, "assign", "loan");
  assert.equal(assigned.status, 0, assigned.stderr);
  assert.match(
    assigned.stdout,
    /loan: ready, 5 points\n {2}payment-tests {2}3 points, 3 tests, which reject the starter and 3 wrong/,
  );

  const released = genloss(course, "release", "loan");
  assert.equal(released.status, 0, released.stderr);
  assert.match(released.stdout, /release\/loan stands ready for students/);
  const out = join(course, "release", "loan");
  const own = [".genloss-release.json", "loan.ipynb", "manifest.json"];
  assert.deepEqual(readdirSync(out).sort(), [...own, "README.md", "package.json", "packages"].sort());
  for (const name of own)
    assert.doesNotMatch(
      read(out, name),
      /BEGIN|stillOwed|two months|no interest|interest of the longer time/,
      name,
    );
  assert.equal(isSigned(JSON.parse(read(out, "manifest.json"))), true);
  const paths = coursePaths(course);
  for (const path of [join(paths.manifests, "loan.json"), paths.keys, paths.gradebook])
    assert.equal(statSync(path).mode & 0o777, 0o600, path);
  assert.equal(statSync(join(course, "private")).mode & 0o777, 0o700);
  const shaOf = (): string | undefined => {
    using gradebook = new Gradebook(paths.gradebook);
    return gradebook.gradedCells("loan").find(({ gradeId }) => gradeId === "payment-tests")?.testsSha;
  };
  const first = shaOf();
  assert.ok(first);

  // A hidden test alone: students' files keep bytes and times, grading has the new one.
  const before = fingerprint(out);
  edit(
    join(paths.source, "loan/loan.ipynb"),
    "a loan without interest",
    "no interest, no more than the loan",
  );
  const again = genloss(course, "release", "loan");
  assert.equal(again.status, 0, again.stderr);
  assert.match(again.stdout, /release\/loan stays as before/);
  assert.deepEqual(fingerprint(out), before);
  assert.notEqual(shaOf(), first);

  // What students see: not without being told to.
  edit(join(paths.source, "loan/loan.ipynb"), "A bank lends money", "A good bank lends money");
  const refused = genloss(course, "release", "loan");
  assert.equal(refused.status, 1);
  assert.match(
    refused.stderr,
    /students may have it already, and it changed: loan\.ipynb\n {2}Try {3}--force/,
  );
  assert.deepEqual(fingerprint(out), before);
  assert.equal(genloss(course, "release", "loan", "--force").status, 0);
  assert.match(read(out, "loan.ipynb"), /A good bank/);

  // A token of a solution in an output.
  edit(join(paths.source, "loan/loan.ipynb"), "A good bank", "A rich bank");
  writeFileSync(join(paths.source, "loan/notes.txt"), "stillOwed");
  const leaking = genloss(course, "release", "loan", "--bare", "--force");
  assert.equal(leaking.status, 1);
  assert.match(leaking.stderr, /notes\.txt: "stillOwed", of a hidden test of payment-tests/);
  assert.match(read(out, "loan.ipynb"), /A good bank/);
});

test("an assignment that is not ready is not released, and all is said", () => {
  const folder = folderWith({});
  genloss(folder, "init", "c");
  const course = join(folder, "c");
  edit(join(course, "source/loan/loan.ipynb"), "if (rate === 0) return loan / months;", "");
  const assigned = genloss(course, "assign", "loan", "--json");
  assert.equal(assigned.status, 1);
  const [report] = JSON.parse(assigned.stdout);
  assert.equal(report.isReady, false);
  assert.match(
    report.faults.join("\n"),
    /source\/loan\/loan\.ipynb, cell payment-tests: the solution fails the test "no interest"/,
  );
  const released = genloss(course, "release", "loan");
  assert.equal(released.status, 1);
  assert.match(released.stderr, /Cannot release loan: not ready\n {2}source\/loan/);
  assert.equal(existsSync(join(course, "release")), false);
});

test("release tries an assignment as assign does, and prints what it warns of", () => {
  const folder = folderWith({});
  genloss(folder, "init", "c");
  const course = join(folder, "c");
  const path = join(course, "source/loan/loan.ipynb");
  const notebook = JSON.parse(read(path));
  const at = notebook.cells.findIndex(({ id }: { id: string }) => id === "payment");
  notebook.cells.splice(at + 1, 0, {
    ...{ cell_type: "code", id: "helper", metadata: {}, outputs: [], execution_count: null },
    source: "function checkOne() { if (!close(payment(1000, 0.12, 1), 1010)) throw new Error('1010'); }",
  });
  writeFileSync(path, JSON.stringify(notebook));
  edit(path, "if (!close(payment(1000, 0.12, 1), 1010)) {\\n", "checkOne();\\nif (false) {\\n");
  const released = genloss(course, "release", "loan", "--bare");
  assert.equal(released.status, 0, released.stderr);
  const warning = /^ {2}Warning: source\/loan\/loan\.ipynb, cell helper: it uses the answer/m;
  assert.match(released.stdout, warning);
  assert.match(released.stdout, /release\/loan stands ready for students/);
  const [json] = JSON.parse(genloss(course, "release", "loan", "--bare", "--json").stdout);
  assert.match(`  Warning: ${json.warnings[0]}`, warning);
});

test("with variants each student has a folder with numbers of their own", () => {
  const folder = folderWith({});
  genloss(folder, "init", "c");
  const course = join(folder, "c");
  const source = join(course, "source/loan/loan.ipynb");
  edit(source, '"const monthly =', '"const amount = 1; // variant\\n",\n    "const monthly =');
  edit(
    source,
    "if (!close(payment(1000, 0.12, 1), 1010)) {",
    "if (!close(payment(amount, 0.12, 1) / amount, 1.01)) {",
  );
  const alone = genloss(course, "release", "loan", "--bare", "--students", "ada");
  assert.equal(alone.status, 2);
  assert.match(alone.stderr, /--students must stand with variants/);
  edit(join(course, "course.json"), '"title": "What', '"variants": true, "title": "What');
  const unknown = genloss(course, "release", "loan", "--bare");
  assert.equal(unknown.status, 2);
  assert.match(unknown.stderr, /the course must know its students, got none/);
  const released = genloss(course, "release", "loan", "--bare", "--students", "ada,bob");
  assert.equal(released.status, 0, released.stderr);
  assert.match(released.stdout, /2 folders in release\/loan stand ready/);
  const paths = coursePaths(course);
  const { secret } = JSON.parse(read(paths.keys));
  const manifest = readAssignment(paths.source, "loan").notebooks[0]!.manifest;
  const key = { secret: Buffer.from(secret, "base64"), assignment: "loan" };
  const texts = ["ada", "bob"].map((student) => {
    const text = read(course, "release/loan", student, "loan.ipynb");
    assert.doesNotMatch(text, /\b(?:ada|bob)\b/, "no name is in it");
    assert.deepEqual(
      parseNotebook(text, "").cells,
      variantNotebook(manifest.release, "loan", { ...key, student }).notebook.cells,
    );
    return text;
  });
  assert.notEqual(texts[0], texts[1]);
});

test("the book's exercises by name, with points of one's own; more chapters later", () => {
  const folder = folderWith({});
  const made = genloss(
    folder,
    "init",
    "c",
    "--from-book",
    "--chapters",
    "1,13",
    "--exercises",
    "refit,did-it-copy",
    "--points",
    "refit=3",
    "--json",
  );
  assert.equal(made.status, 0, made.stderr);
  const { assignments } = JSON.parse(made.stdout);
  assert.deepEqual(assignments, [
    { assignment: "01-a-photocopy-of-a-photocopy", exercises: [{ name: "refit", points: 3 }], added: [] },
    {
      assignment: "13-borrowed-strength",
      exercises: [
        { name: "many-small-sets", points: 2 },
        { name: "a-ridge-schedule", points: 2 },
        { name: "did-it-copy", points: 2 },
      ],
      added: ["many-small-sets", "a-ridge-schedule"],
    },
  ]);
  const course = join(folder, "c");
  const { notebooks } = readAssignment(join(course, "source"), "01-a-photocopy-of-a-photocopy");
  assert.deepEqual(notebooks[0]?.faults, []);
  assert.deepEqual(
    notebooks[0]?.manifest.cells.map(({ gradeId, points }) => [gradeId, points]),
    [["refit-check", 3]],
  );
  assert.equal(notebooks[0]?.wrong.length, 5);
  assert.doesNotMatch(
    read(course, "source/01-a-photocopy-of-a-photocopy/01-a-photocopy-of-a-photocopy.ipynb"),
    /generationsUntil\(part: number/,
  );

  writeFileSync(join(course, "course.json"), '{ "id": "mine" }');
  assert.equal(genloss(folder, "init", "c", "--from-book", "--chapters", "2").status, 0);
  assert.equal(read(course, "course.json"), '{ "id": "mine" }');
  assert.deepEqual(readdirSync(join(course, "source")).length, 3);
});

test("wrong use ends with 2, says what to do, and touches nothing", () => {
  const folder = folderWith({ "theirs/notes.txt": "notes", "c/source/hw/notes.txt": "x" });
  const before = fingerprint(folder);
  for (const [args, says] of [
    [["init", ""], /FOLDER must name a folder/],
    [["init", "theirs"], /got one that holds notes\.txt/],
    [["init", "new", "--chapters", "1"], /--chapters must stand with --from-book/],
    [
      ["init", "new", "--from-book", "--chapters", "99"],
      /CHAPTER must be the number or the name of a chapter/,
    ],
    [
      ["init", "new", "--from-book", "--chapters", "1", "--exercises", "no"],
      /--exercises must name exercises of the chosen chapters, got "no"\n {2}Try {3}refit, half-life/,
    ],
    [
      ["init", "new", "--from-book", "--chapters", "1", "--points", "refit"],
      /--points must be NAME=NUMBER, such as refit=3, got "refit"/,
    ],
    [["init", "new", "--time-zone", "Paris"], /--time-zone must be a time zone such as/],
    [["init", "new", "--id", "a b"], /--id must be letters/],
    [["assign", "hw"], /must hold a course\.json or a folder source/],
    [
      ["assign", "other", "--course", "c"],
      /ASSIGNMENT must be the name of a folder in .*source, got "other"\n {2}Try {3}hw/,
    ],
    [["assign", "hw", "--course", "c"], /must hold a notebook, got none/],
    [
      ["assign", "hw", "--course", "c", "--seeds", "10"],
      /--seeds must be a whole number from 200 on, got 10/,
    ],
    [["release", "hw", "--course", "c", "--slots", "0"], /--slots must be a whole number from 1 on, got 0/],
    [["assign"], /missing required argument 'assignment'/],
  ] as const) {
    const { status, stderr } = genloss(folder, ...args);
    assert.equal(status, 2, stderr);
    assert.match(stderr, says);
    assert.deepEqual(fingerprint(folder), before);
  }
});
