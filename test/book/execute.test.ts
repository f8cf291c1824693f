// A chapter is executed once per change of its sources, for everyone who needs its outputs or its state.
import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { buildBook } from "../../book/build.ts";
import { folderCache } from "../../book/cache.ts";
import { execute, type Run } from "../../book/execute.ts";
import { sourcesHash } from "../../book/sourcesHash.ts";
import { formatNotebook } from "../../kernel/notebook/formatNotebook.ts";
import type { CodeCell } from "../../kernel/notebook/notebook.ts";
import { readNotebook } from "../../kernel/notebook/readNotebook.ts";
import { runNotebook } from "../../kernel/run/runNotebook.ts";
import { bytesOf } from "./tools/bytesOf.ts";
import { code, notebookOf, prose } from "./tools/cells.ts";
import { first, project, third } from "./tools/project.ts";

const folder = await mkdtemp(join(tmpdir(), "execute-"));
after(() => rm(folder, { recursive: true, force: true }));
const path = join(folder, "chapter.ipynb");
let caches = 0;
const freshCache = () => folderCache(join(folder, `cache-${++caches}`));

/** Streams, a value, a display that stays open, names that change, and an error that is meant. */
const chapter = notebookOf(
  prose("title", "# A chapter"),
  code("names", "let seen = 1; const shown = display('first'); console.log('printed'); seen"),
  code("fails", "throw new RangeError('on purpose')", [], {}, ["raises-exception"]),
  code("later", "seen += 1; shown.update('second'); seen"),
);
/** Sees the names, and would change a display of the chapter. */
const trial = (source: string): CodeCell => code("trial-1", source, [], {}, ["raises-exception"]) as CodeCell;
const changing = trial(
  "shown.update('changed by a trial'); seen += 40; console.log(seen); throw new Error('trial')",
);

/** Our runner, counted. */
function counted(): Run & { calls: number } {
  const run: Run & { calls: number } = Object.assign(
    (...given: Parameters<Run>) => {
      run.calls += 1;
      return runNotebook(...given);
    },
    { calls: 0 },
  );
  return run;
}

test("one run serves those who need the outputs and those who need the state", async () => {
  const cache = freshCache();
  const run = counted();
  const given = { path, sources: "s", cache, run };
  const tried = await execute(chapter, { ...given, afterwards: [changing] });
  const [cell] = tried.afterwards;
  assert.deepEqual(
    cell?.outputs.map((output) => (output.output_type === "stream" ? output.text : output.output_type)),
    ["42\n", "error"],
  );
  const alone = await execute(chapter, given);
  assert.deepEqual([run.calls, tried.ran, alone.ran], [1, true, false]);

  const elsewhere = await execute(chapter, { ...given, cache: freshCache() });
  assert.equal(elsewhere.ran, true);
  assert.equal(formatNotebook(alone.notebook), formatNotebook(elsewhere.notebook));
  assert.equal(formatNotebook(tried.notebook), formatNotebook(elsewhere.notebook));
  assert.match(formatNotebook(alone.notebook), /second/);
  assert.doesNotMatch(formatNotebook(alone.notebook), /changed by a trial/);

  const again = await execute(chapter, { ...given, afterwards: [changing] });
  assert.equal(again.ran, false);
  assert.deepEqual(again.afterwards, tried.afterwards);
});

test("what an output depends on is in its key: sources, code, tags, and the cells afterwards", async () => {
  const cache = freshCache();
  const run = counted();
  const ran = async (more: Partial<Parameters<typeof execute>[1]>, notebook = chapter): Promise<boolean> =>
    (await execute(notebook, { path, sources: "s", cache, run, ...more })).ran;
  assert.equal(await ran({ afterwards: [changing] }), true);
  assert.equal(await ran({}), false);
  assert.equal(await ran({ afterwards: [trial("seen")] }), true);
  assert.equal(await ran({ afterwards: [changing] }), false);
  assert.equal(await ran({ sources: "other" }), true);
  const [title, names, ...rest] = chapter.cells;
  assert.equal(await ran({}, notebookOf(prose("title", "# Another title"), names!, ...rest)), false);
  assert.equal(
    await ran({}, notebookOf(title!, code("names", "let seen = 2; const shown = display('first')"), ...rest)),
    true,
  );
  const skipped = { ...names!, metadata: { tags: ["skip-execution"] } };
  assert.equal(
    await ran({ run: async (notebook) => ({ notebook }) }, notebookOf(title!, skipped, ...rest)),
    true,
  );
});

test("a run that fails is not kept, in the notebook or afterwards", async () => {
  const cache = freshCache();
  const broken = notebookOf(code("a", "1"), code("b", "throw new Error('b')"));
  for (const afterwards of [[], [changing]]) {
    const {
      failure,
      ran,
      afterwards: tried,
    } = await execute(broken, { path, sources: "s", cache, run: runNotebook, afterwards });
    assert.deepEqual([failure?.cellId, ran], ["b", true]);
    assert.deepEqual(
      tried.flatMap(({ outputs }) => outputs),
      [],
    );
  }
  const ends = { ...trial("process.exit(0)"), metadata: {} };
  const given = { path, sources: "s", cache, run: runNotebook };
  assert.equal((await execute(chapter, { ...given, afterwards: [ends] })).failure?.cellId, "trial-1");
  assert.equal((await execute(chapter, given)).ran, true);
});

test("the book has the same bytes whether the exercises ran its chapters or the build did", async () => {
  const built = [];
  for (const exercisesFirst of [false, true]) {
    const config = (yaml: string): string =>
      yaml.slice(0, yaml.indexOf(`      - file: ${third}`)).replace(/pages:\n[\s\S]*?(?=parts:)/, "");
    await using files = await project({ chapter, config, solutions: "" });
    let runs = 0;
    const run: Run = (notebook, options) => {
      runs += 1;
      return runNotebook(notebook, options);
    };
    if (exercisesFirst) {
      const cache = folderCache(join(files.root, "book/.cache"));
      const file = join(files.root, "notebooks", first);
      const given = { path: file, sources: await sourcesHash(files.root), cache, run };
      await execute(await readNotebook(file), { ...given, afterwards: [changing] });
    }
    const { out, ran } = await buildBook({ root: files.root, run });
    assert.equal(ran.includes(`notebooks/${first}`), !exercisesFirst);
    assert.equal(runs, 1);
    built.push(await bytesOf(out));
  }
  assert.deepEqual(built[0], built[1]);
  assert.match(built[0]?.[`/notebooks/${first}`] ?? "", /second/);
});

test("the stored outputs lie in two folders, by kind", async () => {
  const cache = join(folder, "kinds");
  await execute(chapter, {
    path,
    sources: "s",
    cache: folderCache(cache),
    run: runNotebook,
    afterwards: [changing],
  });
  assert.deepEqual((await readdir(cache)).sort(), ["afterwards", "outputs"]);
  const [file = ""] = await readdir(join(cache, "outputs"));
  assert.match(await readFile(join(cache, "outputs", file), "utf8"), /second/);
});
