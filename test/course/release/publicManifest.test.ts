/** What goes out is signed, and the keys of a course are its owner's alone. */
import assert from "node:assert/strict";
import { rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { test } from "node:test";
import { courseKeys } from "../../../course/release/courseKeys.ts";
import { isSigned, publicManifest } from "../../../course/release/publicManifest.ts";
import { coursePaths } from "../../../course/settings/coursePaths.ts";
import { writePrivate } from "../../../course/settings/writePrivate.ts";
import { readSource } from "../../../course/source/readSource.ts";
import { folderWith } from "../../cli/tools/folderWith.ts";
import { sample } from "../source/tools.ts";

const { release } = readSource(sample(), { name: "hw" }).manifest;

test("a manifest names every cell of nbgrader's with its role, and is signed the same each time", () => {
  const keys = courseKeys(coursePaths(folderWith({})));
  const manifest = publicManifest("hw", [{ name: "hw", release }], keys);
  assert.deepEqual(manifest, publicManifest("hw", [{ name: "hw", release }], keys));
  assert.deepEqual(
    manifest.notebooks[0]?.cells.map(({ gradeId, role, points, order }) => [gradeId, role, points, order]),
    [
      ["setup", "given", 0, 1],
      ["entropy", "answer", 0, 4],
      ["entropy-test", "tests", 2.5, 5],
      ["essay", "manual-answer", 3, 7],
      ["sketch", "manual-task", 1e-5, 8],
    ],
  );
  assert.equal(isSigned(manifest), true);
  assert.equal(isSigned(JSON.parse(JSON.stringify(manifest))), true, "also when it was read from its file");
  assert.equal(isSigned({ ...manifest, assignment: "other" }), false);
  const [first] = manifest.notebooks;
  const cells = first!.cells.map((cell) => ({ ...cell, points: 100 }));
  assert.equal(isSigned({ ...manifest, notebooks: [{ ...first!, cells }] }), false);
});

test("keys are made once, for their owner alone, and not again when they are lost", () => {
  const paths = coursePaths(folderWith({}));
  const keys = courseKeys(paths);
  assert.deepEqual(courseKeys(paths), keys);
  assert.equal(statSync(paths.keys).mode & 0o777, 0o600);
  assert.equal(statSync(dirname(paths.keys)).mode & 0o777, 0o700);
  writeFileSync(paths.keys, "{}");
  assert.throws(() => courseKeys(paths), {
    exitCode: 2,
    message: /must hold the keys that this program made/,
  });
  rmSync(paths.keys);
  writePrivate(`${paths.manifests}/hw.json`, "{}");
  assert.throws(() => courseKeys(paths), { exitCode: 2, message: /must be there since the first release/ });
});
