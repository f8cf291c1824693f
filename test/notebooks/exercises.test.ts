import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildBook } from "../../book/build.ts";
import { folderCache } from "../../book/cache.ts";
import { execute } from "../../book/execute.ts";
import { sourcesHash } from "../../book/sourcesHash.ts";
import { readExercises } from "../../course/exercise/readExercises.ts";
import { roleOf } from "../../course/exercise/readRole.ts";
import type { CodeCell, Output } from "../../kernel/notebook/notebook.ts";
import { parsePercent } from "../../kernel/notebook/parsePercent.ts";
import { readNotebook } from "../../kernel/notebook/readNotebook.ts";
import { runNotebook } from "../../kernel/run/runNotebook.ts";
import { leaks } from "../book/tools/leaks.ts";
import { unzipped } from "../book/tools/unzipped.ts";
import { epubFaults } from "../tools/epubcheck.ts";
import { TestBrowser } from "../tools/testBrowser.ts";
import { trials } from "./exerciseCells.ts";
import { answerTexts } from "./tools/answerTexts.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = `${root}notebooks/`;
/** The book's own: the run that proves a chapter's exercises is the run that the book shows. */
const cache = folderCache(`${root}book/.cache`);
const sources = sourcesHash(root);
const chapters = readdirSync(folder).filter((name) => /^\d\d-.*(?<!\.out)\.ipynb$/.test(name));
const leastWrong = 3;

const errorOf = (outputs: readonly Output[]) => outputs.find((output) => output.output_type === "error");

test("there are chapters", () => assert.ok(chapters.length > 0));

for (const chapter of chapters) {
  test(`${chapter}: instructors find its time, prerequisites, common mistakes and questions`, () => {
    const note = readFileSync(`${folder}instructors/${chapter.replace(".ipynb", ".md")}`, "utf8");
    for (const part of [/^\*\*Time/m, /^\*\*Prerequisites/m, /^## .*mistakes/im, /^## .*(ask|questions)/im])
      assert.match(note, part);
  });
}

for (const chapter of chapters) {
  test(`${chapter}: starters fail, solutions pass, wrong answers are rejected`, async (t) => {
    const path = folder + chapter;
    const notebook = await readNotebook(path);
    const solutionsFile = `${folder}solutions/${chapter.replace(".ipynb", ".ts")}`;
    assert.ok(existsSync(solutionsFile), `notebooks/solutions/ must hold the solutions of ${chapter}`);
    const regions = parsePercent(readFileSync(solutionsFile, "utf8"));
    const { exercises, faults } = readExercises(notebook, regions);
    assert.deepEqual(faults, [], "one starter, one solution, a check, and tests that wrong answers name");
    const appended = trials(exercises);

    const afterwards = appended.map(({ cell }) => cell);
    const given = { path, sources: await sources, cache, run: runNotebook, afterwards };
    const { notebook: ran, afterwards: tried, failure } = await execute(notebook, given);
    assert.equal(failure, undefined, `${chapter} runs: ${failure?.cellId} ${failure?.message}`);
    assert.equal(tried.length, appended.length);
    const outputsOf = (id: string): readonly Output[] =>
      [...ran.cells, ...tried].find((cell): cell is CodeCell => cell.id === id && cell.cell_type === "code")
        ?.outputs ?? [];

    for (const { name, checks, hidden, wrong } of exercises) {
      await t.test(name, () => {
        assert.ok(hidden.length >= 1, "hidden tests");
        assert.ok(wrong.length >= leastWrong, `at least ${leastWrong} wrong answers, got ${wrong.length}`);
        assert.ok(
          checks.some((check) => errorOf(outputsOf(check.id))?.ename === "CheckError"),
          "the starter fails a visible check with a CheckError",
        );
        for (const { cell, mustFail, about } of appended.filter((trial) => trial.exercise === name)) {
          const error = errorOf(outputsOf(cell.id));
          if (mustFail)
            assert.equal(
              error?.ename,
              "CheckError",
              `${about}; got ${error?.ename ?? "no error"}: ${error?.evalue ?? ""}`,
            );
          else assert.equal(error, undefined, `${about}; got ${error?.ename}: ${error?.evalue}`);
        }
      });
    }
  });
}

test("the book is made of these runs, in both flavours: no chapter runs a second time", async (t) => {
  const above = mkdtempSync(join(tmpdir(), "genloss-book-"));
  t.after(() => rmSync(above, { recursive: true }));
  const out = join(above, "reader");
  const forClass = join(above, "class");
  const { ran, pages } = await buildBook({ root, run: runNotebook, out });
  assert.deepEqual(ran, []);
  assert.ok(pages.length > chapters.length);
  const { ran: again } = await buildBook({ root, run: runNotebook, out: forClass, flavour: "class" });
  assert.deepEqual(again, []);

  await t.test(
    "a class finds no line of a solution, a hidden test or a wrong answer anywhere in its book",
    async (t) => {
      const { texts, unseen } = await answerTexts(root, chapters);
      assert.deepEqual(unseen, [], "solutions of which every line stands in a notebook or in the library");
      assert.deepEqual(leaks(texts, textOf(forClass)), []);
      const shown = new Set(leaks(texts, textOf(out)).map(({ text }) => text));
      t.diagnostic(`${texts.size} texts, of which readers see ${shown.size}`);
      assert.ok(shown.size > 20 * chapters.length, "a reader sees the solutions");
    },
  );

  for (const site of [out, forClass])
    await t.test(`epubcheck has nothing against ${relative(above, site)}'s EPUB`, async (t) => {
      const faults = await epubFaults(t, join(site, "generation-loss.epub"));
      if (faults) assert.deepEqual(faults, []);
    });

  const browser = new TestBrowser();
  t.after(() => browser.close());
  await t.test(`nobody presses Tab more than ${mostStops} times to get through a chapter`, async (t) => {
    const names = pages.map(({ page }) => page);
    const isChapter = (name: string): boolean => chapters.some((file) => titled(out, name, file));
    for (const name of names.filter(isChapter)) {
      await browser.open(t, pathToFileURL(join(out, name)).href, {}, async (page) => {
        let stops = 0;
        for (; stops <= mostStops; stops++) {
          await page.keyboard.press("Tab");
          if (await page.evaluate("document.activeElement === document.body")) break;
        }
        assert.ok(stops > 10 && stops <= mostStops, `${name} has ${stops} stops or more`);
      });
    }
  });
});

const mostStops = 80;

/** Every file of a site as text, by path, and every file in its EPUB. */
const textOf = (site: string): Record<string, string> =>
  Object.fromEntries([
    ...readdirSync(site, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [relative(site, path), readFileSync(path, "utf8")] as const),
    ...Object.entries(unzipped(readFileSync(join(site, "generation-loss.epub")))),
  ]);

/** Whether a page is this chapter's: its head offers the notebook. */
const titled = (out: string, page: string, file: string): boolean =>
  readFileSync(join(out, page), "utf8").includes(`href="notebooks/${file}" download`);

/** Characters that stand beside each other in the book's text column, and in an exercise. */
const measure = { chapter: 76, exercise: 72 };

for (const chapter of chapters) {
  test(`${chapter}: no line of code is wider than the text`, async () => {
    for (const cell of (await readNotebook(folder + chapter)).cells) {
      if (cell.cell_type !== "code") continue;
      const most = roleOf(cell).exercise ? measure.exercise : measure.chapter;
      for (const line of cell.source.split("\n")) {
        assert.ok(
          line.length <= most,
          `${cell.id}: at most ${most} characters fit, got ${line.length}: ${line}`,
        );
      }
    }
  });
}
