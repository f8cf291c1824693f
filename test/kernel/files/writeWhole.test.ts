import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { writeWhole } from "../../../kernel/files/writeWhole.ts";
import { folderWith } from "../../cli/tools/folderWith.ts";

test("writeWhole() keeps a link a link, and a file's permissions; its name may be as long as names can be", () => {
  const folder = folderWith({ "real.txt": "old" });
  chmodSync(join(folder, "real.txt"), 0o640);
  symlinkSync("real.txt", join(folder, "link.txt"));
  writeWhole(join(folder, "link.txt"), "new");
  assert.ok(lstatSync(join(folder, "link.txt")).isSymbolicLink());
  assert.equal(readFileSync(join(folder, "real.txt"), "utf8"), "new");
  assert.equal(statSync(join(folder, "real.txt")).mode & 0o777, 0o640);
  writeWhole(join(folder, "new/deep", "x".repeat(255)), "new");
  assert.deepEqual(readdirSync(join(folder, "new/deep")), ["x".repeat(255)]);
});

test("writeWhole() refuses what no file may replace, and leaves nothing behind", () => {
  const folder = folderWith({ "file.txt": "file" });
  mkdirSync(join(folder, "folder"));
  symlinkSync("nowhere", join(folder, "dangling"));
  const pipe = join(folder, "pipe");
  const hasPipe = spawnSync("mkfifo", [pipe]).status === 0;
  const before = readdirSync(folder);
  for (const path of ["folder", "dangling", "file.txt/x", ...(hasPipe ? ["pipe"] : [])]) {
    const message = /^Cannot write .*: (?:it is (?:a folder|a link to nothing|no ordinary file)|ENOTDIR)/;
    assert.throws(() => writeWhole(join(folder, path), "new"), { name: "Refusal", exitCode: 2, message });
  }
  assert.deepEqual(readdirSync(folder), before);
});

test("writeWhole() removes what a killed writer left, and not what a living one is writing", () => {
  const gone = spawnSync(process.execPath, ["-e", ""]).pid;
  const living = `.genloss-part-${process.pid}-00000000`;
  const folder = folderWith({ [`.genloss-part-${gone}-00000000`]: "half", [living]: "half" });
  writeFileSync(join(folder, "genloss-part-1-00000000"), "somebody's");
  writeWhole(join(folder, "a.txt"), "new");
  assert.deepEqual(readdirSync(folder).sort(), [living, "a.txt", "genloss-part-1-00000000"]);
});
