/** The course as files: what a source notebook holds, whose folder it is, and what the command says. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { nbgraderCourse } from "../../course/nbgraderCourse.ts";
import { solvedStarter } from "../../course/solvedStarter.ts";
import { withHiddenTests } from "../../course/withHiddenTests.ts";
import { writeCourse } from "../../course/writeCourse.ts";
import { formatNotebook } from "../../kernel/notebook/formatNotebook.ts";
import { code, notebookOf, prose } from "../book/tools/cells.ts";
import { fingerprint } from "../cli/tools/fingerprint.ts";
import { folderWith } from "../cli/tools/folderWith.ts";

const genloss = fileURLToPath(new URL("../../cli/genloss.mjs", import.meta.url));
const lines = (...text: string[]): string => text.join("\n");

test("solvedStarter() keeps the head, what the starter gives, and the value for an unsolved exercise", () => {
  const starter = lines(
    "type Pair = [number, number];",
    "function both(",
    "  x: number,",
    "): Pair {",
    "  const y = x; // given",
    "  return [NaN, y]; // your code here: twice",
    "}",
  );
  const solution = lines(
    "// Why it holds.",
    "const two = 2;",
    "function both(x: number): Pair {",
    "  const y = x; // given",
    "  return [two * x, y];",
    "}",
  );
  const solved = lines(
    "type Pair = [number, number];",
    "function both(",
    "  x: number,",
    "): Pair {",
    "  const y = x; // given",
    "  // BEGIN SOLUTION",
    "  // Why it holds.",
    "  const two = 2;",
    "  return [two * x, y];",
    "  // END SOLUTION",
    "  // twice",
    "  return [NaN, y];",
    "}",
  );
  assert.equal(solvedStarter(starter, solution), solved);
});

for (const [about, starter, solution, solved] of [
  [
    "an object",
    lines("const policy = {", "  ...nothing,", "  // your policy here", "};"),
    lines("const policy = {", "  ...nothing,", "  share: true,", "};"),
    lines(
      "const policy = {",
      "  ...nothing,",
      "  // BEGIN SOLUTION",
      "  share: true,",
      "  // END SOLUTION",
      "};",
    ),
  ],
  [
    "a value",
    'let gone: "a" | "?" = "?"; // your answer here',
    'const gone: "a" | "?" = "a";',
    lines('let gone: "a" | "?" = "?";', "// BEGIN SOLUTION", 'gone = "a";', "// END SOLUTION"),
  ],
  [
    "a name that the starter declares, too",
    lines("function f() {", "  const n = 0;", "  return n; // your code here", "}"),
    lines("function f() {", "  const n = 1;", "  return n;", "}"),
    lines(
      "function f() {",
      "  const n = 0;",
      "  // BEGIN SOLUTION",
      "  {",
      "    const n = 1;",
      "    return n;",
      "  }",
      "  // END SOLUTION",
      "  return n;",
      "}",
    ),
  ],
] as const) {
  test(`solvedStarter() with ${about}`, () => assert.equal(solvedStarter(starter, solution), solved));
}

test("solvedStarter() refuses what does not fit together", () => {
  const starter = lines("function f(x: number) {", "  return 0; // your code here", "}");
  for (const [text, solution, says] of [
    [starter, "const g = 1;", /the solution must declare f/],
    [starter, lines("function f(x: string) {", "  return 0;", "}"), /must begin as the starter does/],
    ["function f() {}", "", /must hold the comment/],
  ] as const)
    assert.throws(() => solvedStarter(text, solution), says);
});

test("withHiddenTests() ends the cell without a value, and refuses a name twice", () => {
  const hidden = { kind: "hidden", name: "f", title: "more", source: "const b = 1;", line: 1 };
  assert.equal(
    withHiddenTests("const a = 1;\ncheck(a)", [hidden]),
    lines(
      "const a = 1;",
      "check(a);",
      "// BEGIN HIDDEN TESTS",
      "",
      "// %% hidden: more",
      "const b = 1;",
      "",
      "undefined; // no value, since nbgrader reads one as a mark",
      "// END HIDDEN TESTS",
    ),
  );
  assert.throws(() => withHiddenTests("const b = 2;", [hidden]), /"more" must not declare b again/);
});

test("a course is added to and written anew; what others put there stays, what they changed is refused", () => {
  const folder = join(folderWith({}), "course");
  const files = (...names: string[]) => new Map(names.map((name) => [`source/${name}`, name]));
  writeCourse(folder, files("a", "b"));
  writeFileSync(join(folder, "gradebook.db"), "marks");
  writeCourse(folder, files("c"));
  for (const path of ["source/a", "source/b", "source/c", "gradebook.db"])
    assert.ok(existsSync(join(folder, path)), path);

  writeFileSync(join(folder, "source", "a"), "my own");
  writeCourse(folder, files("b", "c"));
  assert.equal(readFileSync(join(folder, "source", "a"), "utf8"), "my own");
  const before = fingerprint(folder);
  assert.throws(() => writeCourse(folder, files("a")), { name: "Refusal", message: /source\/a was changed/ });
  assert.deepEqual(fingerprint(folder), before);
  rmSync(join(folder, "source", "a"));
  writeCourse(folder, files("a"));
  assert.equal(readFileSync(join(folder, "source", "a"), "utf8"), "a");
});

test("a course is refused while exercises of a chapter are not whole, and all that is wrong is named", async () => {
  const notebook = notebookOf(
    prose("p", "Do it.", { role: "exercise", exercise: "refit" }),
    code("s", "let n = 0; // your code here", [], { role: "starter", exercise: "refit" }),
    code("s2", "let n = 0; // your code here", [], { role: "starter", exercise: "refit" }),
    code("c", "check(n)", [], { role: "check", exercise: "refit" }),
  );
  const root = folderWith({
    "notebooks/01-one.ipynb": formatNotebook(notebook),
    "notebooks/solutions/01-one.ts": "// %% hidden refit: more\ncheck(n)\n// %% solution other\n1",
  });
  const settings = { courseId: "trial", kernelName: "genloss", timeoutSeconds: 1 };
  await assert.rejects(nbgraderCourse(root, [], settings), (error: Error & { exitCode?: number }) => {
    assert.equal(error.name, "Refusal");
    assert.equal(error.exitCode, 1);
    assert.match(
      error.message,
      /^Cannot make a course of 01-one:\n {2}notebooks\/solutions\/01-one\.ts: line 3: "solution other"/,
    );
    assert.match(
      error.message,
      /^ {2}notebooks\/01-one\.ipynb, cell s2: exercise "refit" has a starter, cell s, before/m,
    );
    assert.match(
      error.message,
      /^ {2}notebooks\/01-one\.ipynb, cell p: exercise "refit" has no solution; add .* notebooks\/solutions/m,
    );
    return true;
  });
});

test("genloss course nbgrader says what is wrong, with exit code 2, and touches nothing", () => {
  const folder = folderWith({ "theirs/notes.txt": "notes", "lone.txt": "lone" });
  const before = fingerprint(folder);
  for (const [flags, says] of [
    [["1"], /required option '-o, --out <folder>'/],
    [["1", "-o", ""], /--out must name a folder, got ""/],
    [["1", "-o", "theirs"], /got one that holds notes\.txt/],
    [["1", "-o", "lone.txt"], /got a file/],
    [["99", "-o", "new"], /CHAPTER must be the number or the name of a chapter, got "99"\n.*from 1 to \d+/],
    [
      ["1", "-o", "new", "--timeout", "soon"],
      /--timeout must be a whole number of seconds from 1 on, got soon/,
    ],
    [["1", "-o", "new", "--course-id", 'a"b'], /--course-id must be letters/],
  ] as const) {
    const args = [genloss, "course", "nbgrader", ...flags];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
    assert.equal(status, 2, stderr);
    assert.match(stderr, says);
    assert.deepEqual(fingerprint(folder), before);
  }
});
