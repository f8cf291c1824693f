import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { roleOf } from "../../course/exercise/readRole.ts";
import { formatNotebook } from "../../kernel/notebook/formatNotebook.ts";
import type { Cell } from "../../kernel/notebook/notebook.ts";
import { parseNotebook } from "../../kernel/notebook/parseNotebook.ts";
import { parsePercent } from "../../kernel/notebook/parsePercent.ts";
import { folderWith } from "./tools/folderWith.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const chapter = "01-a-photocopy-of-a-photocopy.ipynb";
const answers = parsePercent(
  readFileSync(`${root}notebooks/solutions/${chapter.replace(".ipynb", ".ts")}`, "utf8"),
);
const [exercise = ""] = answers.map(({ name }) => name);
const hidden = answers.filter(({ kind, name }) => kind === "hidden" && name === exercise);

const genloss = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, [`${root}cli/genloss.mjs`, "check", ...args], { encoding: "utf8" });

/** The chapter with this answer in the place of the starter, in a folder where its packages are found. */
function answered(folder: string, source: string, isKept = (_: Cell): boolean => true): string {
  const notebook = parseNotebook(readFileSync(`${root}notebooks/${chapter}`, "utf8"), chapter);
  const cells = notebook.cells.filter(isKept).map((cell) => {
    const { role, exercise: name } = roleOf(cell);
    return role === "starter" && name === exercise ? { ...cell, source } : cell;
  });
  const path = join(folder, chapter);
  writeFileSync(path, formatNotebook({ ...notebook, cells }));
  return path;
}

/** What `check` says of the first answer of this kind. */
function said(kind: string): ReturnType<typeof genloss> {
  const folder = folderWith({});
  symlinkSync(`${root}node_modules`, join(folder, "node_modules"));
  const source = answers.find((region) => region.kind === kind && region.name === exercise)?.source ?? "";
  return genloss(answered(folder, source), exercise);
}

test("genloss check passes the solution, test by test, wherever the copy lies", () => {
  const { status, stdout, stderr } = said("solution");
  const lines = ["the check in the notebook", ...hidden.map(({ title }) => title)];
  assert.deepEqual([status, stderr], [0, ""]);
  assert.equal(
    stdout,
    [exercise, ...lines.map((line) => `  ✓ ${line}\n`)].join("\n").replaceAll("\n\n", "\n"),
  );
});

test("genloss check tells of a check that was taken out, and runs the further tests all the same", () => {
  const folder = folderWith({});
  symlinkSync(`${root}node_modules`, join(folder, "node_modules"));
  const source = answers.find(({ kind, name }) => kind === "solution" && name === exercise)?.source ?? "";
  const isKept = (cell: Cell): boolean => {
    const { role, exercise: name } = roleOf(cell);
    return !(role === "check" && name === exercise);
  };
  const { status, stdout } = genloss(answered(folder, source, isKept), exercise);
  const [name, note, ...tests] = stdout.trimEnd().split("\n");
  assert.deepEqual([status, name], [0, exercise]);
  assert.match(note ?? "", new RegExp(`^  ! cell \\S+: exercise "${exercise}" has no check; `));
  assert.deepEqual(
    tests,
    hidden.map(({ title }) => `  ✓ ${title}`),
  );
});

test("genloss check tells what a wrong answer gets wrong, and ends with 1", () => {
  const { status, stdout, stderr } = said("wrong");
  const named =
    answers
      .find(({ kind }) => kind === "wrong")
      ?.title.split("-> ")[1]
      ?.split("; ") ?? [];
  const rejects = named.includes("visible") ? "the check in the notebook" : named[0];
  assert.equal(status, 1);
  assert.match(stdout, new RegExp(`^  ✗ ${rejects}\n      CheckError: Not yet: .+\n        seen.*: `, "m"));
  assert.match(stdout, /^ {2}… and \d more after it$/m);
  assert.equal(stderr, `\nNot solved yet: ${exercise}\n`);
});

test("genloss check refuses what is no chapter, and exercises that it does not have", () => {
  const folder = folderWith({ "mine.ipynb": readFileSync(`${root}notebooks/${chapter}`, "utf8") });
  const other = genloss(join(folder, "mine.ipynb"));
  assert.deepEqual([other.status, other.stdout], [2, ""]);
  assert.match(
    other.stderr,
    /^Cannot check .*mine\.ipynb: it must have the name of a chapter, such as 01-….ipynb$/m,
  );
  const none = genloss(`${root}notebooks/${chapter}`, "nothing");
  assert.equal(none.status, 2);
  assert.match(none.stderr, /its exercises are refit, half-life, diagnose, prospectus, got nothing$/m);
});
