// Whose files lie in a folder, and which may be removed or written over.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { fileToReplace } from "../../../kernel/files/fileToReplace.ts";
import type { FolderMark } from "../../../kernel/files/folderMark.ts";
import { isAlive } from "../../../kernel/files/isAlive.ts";
import { ownFiles } from "../../../kernel/files/ownFiles.ts";
import { isPart, partIn, sweepParts } from "../../../kernel/files/parts.ts";
import { removeEmpty, removeOwn } from "../../../kernel/files/removeOwn.ts";
import { fingerprint } from "../../cli/tools/fingerprint.ts";
import { folderWith } from "../../cli/tools/folderWith.ts";

const mark: FolderMark = {
  maker: "the maker",
  advice: "another folder",
  file: ".made",
  text: (paths) => JSON.stringify(paths),
  paths: (text) => (text.startsWith("[") ? JSON.parse(text) : undefined),
};
const own = (folder: string): string[] => [...ownFiles(folder, mark, "make it")].sort();
const names = (folder: string): string[] => fingerprint(folder).map((line) => line.split(" ")[0] ?? "");
/** The number of a process that has ended. */
const gone = spawnSync(process.execPath, ["-e", ""]).pid;

test("ownFiles() are those of the mark, and the mark; of a new or an empty folder none", () => {
  const folder = folderWith({ ".made": '["a.txt","b/c.txt"]', "a.txt": "1", "theirs.txt": "2" });
  assert.deepEqual(own(folder), [".made", "a.txt", "b/c.txt"]);
  assert.deepEqual(own(`${folder}/`), [".made", "a.txt", "b/c.txt"]);
  assert.deepEqual(own(join(folder, "new")), []);
  assert.deepEqual(own(join(folder, "new/and/deep")), []);
  assert.deepEqual(own(folderWith({})), []);
});

test("ownFiles() of a folder with what is half written alone are none", () => {
  assert.deepEqual(own(folderWith({ [`.genloss-part-${gone}-00000000`]: "half" })), []);
});

for (const [why, files, place, says] of [
  [
    "another's folder",
    { "b.txt": "", "a.txt": "" },
    "",
    /got one that holds a\.txt and 1 more\n {2}Try {3}another folder$/,
  ],
  ["one file of another's", { "b.txt": "" }, "", /got one that holds b\.txt\n/],
  ["a file", { "a.txt": "" }, "a.txt", /got a file\n/],
  ["a file with a slash behind it", { "a.txt": "" }, "a.txt/", /got a file\n/],
  ["a path through a file", { "a.txt": "" }, "a.txt/b/c", /got a path through the file .*a\.txt\n/],
  ["a mark of another maker", { ".made": "{}" }, "", /got one that holds \.made\n/],
  ["a mark that leads out", { ".made": '["a/../../b"]' }, "", /got one that holds/],
  ["a mark that leads to the folder above", { ".made": '[".."]' }, "", /got one that holds/],
  ["a mark with a path from the root", { ".made": '["/a"]' }, "", /got one that holds/],
  ["a mark with a path of Windows", { ".made": '["a\\\\b"]' }, "", /got one that holds/],
  ["a mark with a path that is not plain", { ".made": '["./a"]' }, "", /got one that holds/],
  ["a mark with an empty path", { ".made": '[""]' }, "", /got one that holds/],
  ["a mark with a zero in it", { ".made": '["a\\u0000b"]' }, "", /got one that holds/],
] as const)
  test(`ownFiles() refuses ${why}`, () => {
    const folder = folderWith({ ...files });
    const path = place === "" ? folder : `${folder}/${place}`;
    assert.throws(
      () => own(path),
      (error: Error & { exitCode?: number }) => {
        assert.deepEqual([error.name, error.exitCode], ["Refusal", 2]);
        assert.match(
          error.message,
          /^Cannot make it: .* must be a new or an empty folder, or one that the maker made, /,
        );
        assert.match(error.message, says);
        return true;
      },
    );
  });

test("ownFiles() takes names that only look like a way out", () => {
  assert.deepEqual(own(folderWith({ ".made": '["..a/b..","...","a/..b"]' })), [
    "...",
    "..a/b..",
    ".made",
    "a/..b",
  ]);
});

test("ownFiles() refuses a link to nothing, at its end or on the way", () => {
  const folder = folderWith({});
  symlinkSync("nowhere", join(folder, "link"));
  assert.throws(() => own(join(folder, "link")), /got a link to nothing\n/);
  assert.throws(() => own(join(folder, "link/a")), /got a link to nothing on the way, .*link\n/);
});

test("removeOwn() removes files and the folders that are empty then, and nothing that took their place", () => {
  const folder = folderWith({
    "a.txt": "1",
    "b/c/d.txt": "1",
    "b/e.txt": "1",
    "f/g.txt": "1",
    "f/theirs.txt": "2",
  });
  mkdirSync(join(folder, "h.txt"));
  symlinkSync("f", join(folder, "i"));
  symlinkSync("a.txt", join(folder, "j.txt"));
  removeOwn(folder, ["a.txt", "b/c/d.txt", "f/g.txt", "h.txt", "i/theirs.txt", "j.txt", "k/not/there.txt"]);
  assert.deepEqual(names(folder), ["b", "b/e.txt", "f", "f/theirs.txt", "h.txt", "i", "j.txt"]);
  removeOwn(folder, ["b/e.txt"]);
  assert.ok(!existsSync(join(folder, "b")));
  assert.ok(existsSync(folder), "the folder itself stays");
});

test("removeEmpty() says whether the folder is gone, be it so before", () => {
  const folder = folderWith({ "a/b.txt": "1" });
  assert.equal(removeEmpty(join(folder, "a")), false);
  rmSync(join(folder, "a/b.txt"));
  assert.deepEqual([removeEmpty(join(folder, "a")), removeEmpty(join(folder, "a"))], [true, true]);
  writeFileSync(join(folder, "file"), "");
  assert.throws(() => removeEmpty(join(folder, "file")), { code: "ENOTDIR" });
});

for (const [name, isOurs] of [
  [".genloss-part-1-0123abcd", true],
  [".genloss-part-123456-ffffffff", true],
  ["genloss-part-1-0123abcd", false],
  [".genloss-part-1-0123ABCD", false],
  [".genloss-part-1-0123abc", false],
  [".genloss-part-1-0123abcde", false],
  [".genloss-part--0123abcd", false],
  [".genloss-part-1-0123abcd.txt", false],
] as const)
  test(`isPart(${name}) is ${isOurs}`, () => assert.equal(isPart(name), isOurs));

test("partIn() gives names that isPart() knows, each another, with the writer's number", () => {
  const [one, two] = [partIn("/a"), partIn("/a")].map((path) => basename(path));
  assert.ok(one && two && one !== two && isPart(one));
  assert.ok(one.startsWith(`.genloss-part-${process.pid}-`));
});

test("sweepParts() removes files and folders of writers that ended, and none of one that lives", () => {
  const folder = folderWith({
    [`.genloss-part-${gone}-00000000`]: "half",
    [`.genloss-part-${gone}-00000001/0`]: "half",
    [`.genloss-part-${process.pid}-00000000`]: "half",
    ".genloss-part-0-00000000": "nobody's",
    "a.txt": "whole",
  });
  sweepParts(folder);
  assert.deepEqual(readdirSync(folder).sort(), [
    ".genloss-part-0-00000000",
    `.genloss-part-${process.pid}-00000000`,
    "a.txt",
  ]);
});

test("isAlive() tells a process that runs, another's too, from one that ended", () => {
  assert.deepEqual([process.pid, process.ppid, 1, gone].map(isAlive), [true, true, true, false]);
});

test("fileToReplace() gives what stands there, through a link, or nothing", () => {
  const folder = folderWith({ "a.txt": "12345" });
  symlinkSync("a.txt", join(folder, "link"));
  assert.equal(fileToReplace(join(folder, "a.txt"))?.size, 5);
  assert.equal(fileToReplace(join(folder, "link"))?.size, 5);
  assert.equal(fileToReplace(join(folder, "b.txt")), undefined);
  assert.equal(fileToReplace(join(folder, "new/b.txt")), undefined);
  assert.throws(() => fileToReplace("/dev/null"), /Cannot write \/dev\/null: it is no ordinary file/);
  assert.throws(() => fileToReplace(folder), /it is a folder/);
});
