import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { FolderMark } from "../../../kernel/files/folderMark.ts";
import { removeFolder } from "../../../kernel/files/removeFolder.ts";
import { replaceFolder } from "../../../kernel/files/replaceFolder.ts";
import { fingerprint } from "../../cli/tools/fingerprint.ts";
import { folderWith } from "../../cli/tools/folderWith.ts";

const mark: FolderMark = {
  maker: "the maker",
  advice: "another folder",
  file: ".made",
  text: (paths) => JSON.stringify(paths),
  paths: (text) => (text.startsWith("[") ? JSON.parse(text) : undefined),
};
const replace = (folder: string, files: Record<string, string>): void =>
  replaceFolder(folder, new Map(Object.entries(files)), mark, "make it");
const names = (folder: string): string[] => fingerprint(folder).map((line) => line.split(" ")[0] ?? "");

test("replaceFolder() replaces its own files, removes those it no longer wants, and leaves everyone else's", () => {
  const folder = join(folderWith({}), "new/deep");
  replace(folder, { "a.txt": "1", "b/c.txt": "1", "b/d/e.txt": "1" });
  assert.deepEqual(names(folder), [".made", "a.txt", "b", "b/c.txt", "b/d", "b/d/e.txt"]);
  writeFileSync(join(folder, "b/theirs.txt"), "theirs");
  mkdirSync(join(folder, ".git"));
  const { mtimeMs } = statSync(join(folder, "a.txt"));
  replace(folder, { "a.txt": "1", "f.txt": "2" });
  assert.deepEqual(names(folder), [".git", ".made", "a.txt", "b", "b/theirs.txt", "f.txt"]);
  assert.equal(statSync(join(folder, "a.txt")).mtimeMs, mtimeMs, "what is the same already is not written");
  assert.equal(removeFolder(folder, mark, "remove it"), true);
  assert.deepEqual(names(folder), [".git", "b", "b/theirs.txt"]);
});

test("removeFolder() removes the folder when nothing else is in it, and says when nothing was there", () => {
  const folder = join(folderWith({}), "made");
  assert.equal(removeFolder(folder, mark, "remove it"), false);
  replace(folder, { "a/b.txt": "1" });
  assert.equal(removeFolder(folder, mark, "remove it"), true);
  assert.ok(!existsSync(folder));
});

test("replaceFolder() and removeFolder() follow a link to a folder, and the link stays", () => {
  const place = folderWith({});
  mkdirSync(join(place, "real"));
  symlinkSync("real", join(place, "link"));
  replace(join(place, "link"), { "a.txt": "1" });
  assert.deepEqual(names(place), ["link", "real", "real/.made", "real/a.txt"]);
  assert.equal(removeFolder(join(place, "link"), mark, "remove it"), true);
  assert.deepEqual(names(place), ["link", "real"]);
});

/** A folder made by the maker, with what somebody did to it since. */
const changedBy: { why: string; change: (folder: string) => void }[] = [
  { why: "a mark that is not the maker's", change: (at) => writeFileSync(join(at, ".made"), "{}") },
  { why: "a mark that leads out", change: (at) => writeFileSync(join(at, ".made"), '["../precious.txt"]') },
  {
    why: "a mark with an absolute path",
    change: (at) => writeFileSync(join(at, ".made"), '["/precious.txt"]'),
  },
  { why: "a mark that names the folder", change: (at) => writeFileSync(join(at, ".made"), '["."]') },
  {
    why: "a mark that takes a detour",
    change: (at) => writeFileSync(join(at, ".made"), '["a/../../precious.txt"]'),
  },
  {
    why: "a mark behind a link",
    change(at) {
      rmSync(join(at, ".made"));
      writeFileSync(join(at, "../mark"), '["a.txt"]');
      symlinkSync("../mark", join(at, ".made"));
    },
  },
  { why: "no mark", change: (at) => rmSync(join(at, ".made")) },
  { why: "somebody's file where one goes", change: (at) => writeFileSync(join(at, "new.txt"), "theirs") },
  { why: "somebody's folder where a file goes", change: (at) => mkdirSync(join(at, "new.txt")) },
  { why: "a link where a file goes", change: (at) => symlinkSync("../precious.txt", join(at, "new.txt")) },
  { why: "a link to elsewhere where a folder goes", change: (at) => symlinkSync("..", join(at, "under")) },
  { why: "a file where a folder goes", change: (at) => writeFileSync(join(at, "under"), "theirs") },
];

for (const { why, change } of changedBy) {
  test(`replaceFolder() refuses ${why}, and touches nothing`, () => {
    const place = folderWith({ "precious.txt": "precious" });
    const folder = join(place, "made");
    replace(folder, { "a.txt": "1", "b/c.txt": "1" });
    change(folder);
    const before = fingerprint(place);
    assert.throws(() => replace(folder, { "a.txt": "2", "new.txt": "2", "under/x.txt": "2" }), {
      name: "Refusal",
      exitCode: 2,
      message: /^Cannot make it: /,
    });
    assert.deepEqual(fingerprint(place), before);
  });
}

test("removeFolder() does not follow a link that took the place of a folder", () => {
  const place = folderWith({ "elsewhere/c.txt": "precious" });
  const folder = join(place, "made");
  replace(folder, { "b/c.txt": "1" });
  rmSync(join(folder, "b"), { recursive: true });
  symlinkSync("../elsewhere", join(folder, "b"));
  removeFolder(folder, mark, "remove it");
  assert.equal(readFileSync(join(place, "elsewhere/c.txt"), "utf8"), "precious");
  assert.deepEqual(names(folder), ["b"]);
});
