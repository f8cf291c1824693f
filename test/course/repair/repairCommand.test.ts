/** `genloss course repair` on folders as an instructor has them. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { RepairReport } from "../../../course/repair/repairAll.ts";
import { fingerprint } from "../../cli/tools/fingerprint.ts";

const genloss = fileURLToPath(new URL("../../../cli/genloss.mjs", import.meta.url));
const chapters = ["01-a-photocopy-of-a-photocopy", "02-exact-laws-of-drift"];
const chapter = (name: string): string =>
  readFileSync(new URL(`../../../notebooks/${name}.ipynb`, import.meta.url), "utf8");
const folder = mkdtempSync(join(tmpdir(), "genloss-repair-"));
after(() => rmSync(folder, { recursive: true }));

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const run = (...args: string[]) =>
  spawnSync(process.execPath, [genloss, "course", "repair", ...args], { cwd: folder, encoding: "utf8" });

before(() => {
  for (const name of chapters) write(`release/${name}/${name}.ipynb`, chapter(name));
  const [first, second] = chapters as [string, string];
  write(`submitted/anna/${first}/${first}.ipynb`, chapter(first));
  write(`submitted/anna/${first}/timestamp.txt`, "2026-11-29 12:00:00 UTC");
  write(`submitted/bert/${second}/my solution (1).ipynb`, chapter(second).replaceAll('"grade_id"', '"gone"'));
  write(`submitted/carla/${first}/${first}.ipynb`, "no notebook");
  write(`submitted/carla/${first}/.ipynb_checkpoints/${first}-checkpoint.ipynb`, chapter(first));
  write("submitted/dora/other/other.ipynb", '{"cells": [{"cell_type": "code", "source": "1"}]}');
});

test("a folder of submissions is mended: one under a new name is known, what is none is named, and the rest is done", () => {
  const handedIn = fingerprint(join(folder, "submitted"));
  const { status, stdout, stderr } = run("release", "submitted", "-o", "mended");
  assert.equal(status, 1);
  assert.match(stdout, /^anna\/01-.*: as it was handed out$/m);
  assert.match(
    stdout,
    /^bert\/02-.*\(1\)\.ipynb:\n {2}was handed in as my solution \(1\)\.ipynb\n {2}\S+ its name was gone; found by the cell's id$/m,
  );
  assert.match(stdout, /^carla\/.*: cannot be read: it is no notebook: /m);
  assert.match(stdout, /^dora\/.*: cannot be read: it is none of the notebooks that were handed out/m);
  assert.match(stderr, /^2 of 4 notebooks stand in mended, 1 of them mended; repair\.json says how$/m);
  const [first, second] = chapters as [string, string];
  const mended = JSON.parse(readFileSync(join(folder, `mended/bert/${second}/${second}.ipynb`), "utf8"));
  assert.equal(mended.cells.length, JSON.parse(chapter(second)).cells.length);
  assert.ok(existsSync(join(folder, `mended/anna/${first}/${first}.ipynb`)));
  const time = readFileSync(join(folder, `mended/anna/${first}/timestamp.txt`), "utf8");
  assert.equal(time, "2026-11-29 12:00:00 UTC");
  const reports = JSON.parse(readFileSync(join(folder, "mended/repair.json"), "utf8")) as RepairReport[];
  assert.deepEqual(
    reports.map(({ file, why }) => [file.split("/")[0], why !== undefined]),
    [
      ["anna", false],
      ["bert", false],
      ["carla", true],
      ["dora", true],
    ],
  );
  assert.deepEqual(fingerprint(join(folder, "submitted")), handedIn);
});

test("run again, it does the same; into somebody else's folder it writes nothing", () => {
  const before = fingerprint(join(folder, "mended"));
  run("release", "submitted", "-o", "mended");
  assert.deepEqual(fingerprint(join(folder, "mended")), before);
  write("mine/notes.txt", "mine");
  const { status, stderr } = run("release", "submitted", "-o", "mine");
  assert.equal(status, 2);
  assert.match(stderr, /Cannot repair submissions: /);
  assert.equal(readFileSync(join(folder, "mine/notes.txt"), "utf8"), "mine");
  assert.ok(!existsSync(join(folder, "mine/repair.json")));
});

test("--json says what was done, and nothing else on stdout", () => {
  const [first] = chapters as [string];
  const { status, stdout } = run(
    `release/${first}/${first}.ipynb`,
    `submitted/anna/${first}/${first}.ipynb`,
    "-o",
    "one",
    "--json",
  );
  assert.equal(status, 0);
  assert.deepEqual(JSON.parse(stdout), [{ file: `${first}.ipynb`, mended: `${first}.ipynb`, findings: [] }]);
});

test("a folder by a link is read; what cannot be read is named, and the rest is done", () => {
  symlinkSync(join(folder, "submitted"), join(folder, "link"));
  const { status, stderr } = run("release", "link", "-o", "linked");
  assert.deepEqual([status, /^2 of 4 notebooks/m.test(stderr)], [1, true], stderr);
});

test("without a place for an answer nothing of a student's would be left: refused", () => {
  write("plain/plain.ipynb", chapter(chapters[0]!).replaceAll('"nbgrader"', '"other"'));
  const { status, stderr } = run("plain", "submitted", "-o", "x");
  assert.equal(status, 2);
  assert.match(
    stderr,
    /plain\.ipynb must hold a cell for an answer \(nbgrader metadata with solution true\), got none/,
  );
  assert.ok(!existsSync(join(folder, "x")));
});

for (const [args, words] of [
  [["nowhere", "submitted", "-o", "x"], /Cannot repair submissions: nowhere must be there, got nothing/],
  [["release", "nowhere", "-o", "x"], /Cannot repair submissions: nowhere must be there, got nothing/],
  [["mine", "submitted", "-o", "x"], /Cannot repair submissions: mine must be or hold a notebook, got none/],
  [["release", "mine", "-o", "x"], /Cannot repair submissions: mine must be or hold notebooks, got none/],
  [
    ["release", "submitted", "-o", "submitted/x"],
    /--out must lie outside submitted, which is only read, got submitted\/x/,
  ],
  [["release", "submitted", "-o", "submitted"], /--out must lie outside submitted/],
  [["release", "submitted", "-o", "release/x"], /--out must lie outside release/],
  [["release", "submitted", "-o", ""], /--out must name a folder, got ""/],
] as const)
  test(`refuses ${args.join(" ")}`, () => {
    mkdirSync(join(folder, "mine"), { recursive: true });
    const { status, stderr } = run(...args);
    assert.equal(status, 2);
    assert.match(stderr, words);
    assert.ok(!existsSync(join(folder, "x")));
  });
