// The one command that runs tests: what it is told to run, it runs; what is no test, it refuses.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { findTests } from "../tools/findTests.ts";
import { longestFirst, slow } from "../tools/longestFirst.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const found = (...paths: string[]): string[] =>
  findTests(root, paths, [root]).map((path) => relative(root, path));

/** `npm test -- PATH…` as a person types it: on their own Node, outside of this run. */
function npmTest(...paths: string[]): { status: number | null; words: string } {
  const { NODE_TEST_CONTEXT: _, INIT_CWD: __, PATH = "", ...env } = process.env;
  const own = PATH.split(delimiter).filter((folder) => !folder.includes("node_modules"));
  const { status, stdout, stderr } = spawnSync("npm", ["test", "--", ...paths], {
    cwd: root,
    encoding: "utf8",
    env: { ...env, PATH: own.join(delimiter) },
    shell: process.platform === "win32",
  });
  return { status, words: stdout + stderr };
}

test("npm test -- FILE runs that file alone, on the Node that the machine has", () => {
  const { status, words } = npmTest("test/data/digits.test.ts");
  assert.equal(status, 0, words);
  const counted = Number(/^ℹ tests (\d+)$/m.exec(words)?.[1]);
  assert.ok(counted > 0 && counted < 10, words);
  assert.match(words, /^ℹ skipped 0$/m);
  assert.match(words, /digits\(\) gives the first and last image/);
});

for (const path of ["test/nowhere", "test/reference", "lib/index.ts", "test/data/digits.ts"]) {
  test(`npm test -- ${path} refuses instead of running nothing`, () => {
    const { status, words } = npmTest("test/data/digits.test.ts", path);
    assert.equal(status, 2, words);
    assert.match(words, new RegExp(`path must name a test file.*got ${path}$`, "m"));
    assert.doesNotMatch(words, /ℹ pass/);
  });
}

test("findTests(): a folder, a pattern, and each file once", () => {
  const data = found("test/data");
  assert.ok(data.length > 5 && data.every((path) => path.startsWith("test/data/")), String(data));
  assert.deepEqual(found("test/data/*.test.ts", "test/data", "test/data/digits.test.ts"), data);
  assert.ok(found().length > 100);
  assert.deepEqual(
    found().filter((path) => data.includes(path)),
    data,
  );
});

test("findTests() takes a path from where it was typed, or from the project", () => {
  const from = [join(root, "test/data"), root];
  assert.deepEqual(
    findTests(root, ["digits.test.ts"], from),
    findTests(root, ["test/data/digits.test.ts"], from),
  );
});

test("longestFirst() names files that are there, and loses none", () => {
  for (const name of slow)
    assert.ok(existsSync(join(root, name)), `${name} is in the list and not in the project`);
  const all = findTests(root, [], [root]);
  const ordered = longestFirst(all, root);
  assert.deepEqual(ordered.toSorted(), all);
  assert.equal(relative(root, ordered[0]!), slow[0]);
});
