/** Answers leave the page as a notebook, which the course kit takes in and grades, and come back into it. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { readExercises } from "../../course/exercise/readExercises.ts";
import { bookAssignment } from "../../course/init/bookAssignment.ts";
import { formatNotebook } from "../../kernel/notebook/formatNotebook.ts";
import { parseNotebook } from "../../kernel/notebook/parseNotebook.ts";
import { parsePercent } from "../../kernel/notebook/parsePercent.ts";
import { folderWith } from "../cli/tools/folderWith.ts";
import { gradedCourse } from "../course/grade/tools/gradedCourse.ts";
import { TestBrowser } from "../tools/testBrowser.ts";
import { exercisesChapter, exercisesSolutions } from "./fixtures/exercisesChapter.ts";
import { type LiveSite, liveSite } from "./tools/liveSite.ts";
import { edit } from "./tools/liveSteps.ts";

const browser = new TestBrowser();
const { open } = browser;
const chapter = exercisesChapter();
let site: LiveSite;
before(async () => {
  site = await liveSite(undefined, { chapter, solutions: exercisesSolutions });
});
after(async () => {
  await browser.close();
  await site?.[Symbol.asyncDispose]();
});

const right = 'function sum(a: number, b: number): number {\n  return a + b; // "ä€😀" \\n\n}';
const wrong = "function half(x: number): number {\n  return Math.round(x / 2);\n}";

/** Presses *Export my answers*. */
async function exported(page: Page): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator(".answers .export").click(),
  ]);
  const path = join(folderWith({}), "saved.ipynb");
  await download.saveAs(path);
  return { name: download.suggestedFilename(), text: readFileSync(path, "utf8") };
}
const told = (page: Page): Promise<string> => page.locator(".answers .live-state").innerText();
const say = (page: Page, words: string): Promise<void> =>
  page.locator(".answers .live-state").getByText(words).waitFor();

for (const place of ["file", "http"] as const)
  test(`answers exported by ${place} are collected, and get the points of a right and of a wrong one`, async (t) => {
    let file: { name: string; text: string } | undefined;
    await open(t, site.at(place), {}, async (page) => {
      const early = await exported(page);
      assert.match(await told(page), /holds your answers to 0 of 2 exercises/);
      assert.equal(early.text, formatNotebook(chapter), "it is the chapter, as it is handed out");
      await edit(page, "sum-starter", right);
      await page.reload(); // kept, and not open
      await edit(page, "half-starter", wrong);
      await edit(page, "double", "base * 21");
      file = await exported(page);
      assert.match(
        await told(page),
        /^01-.*\.ipynb holds your answers to 2 of 2 exercises, and is what you hand in\. Nothing else that you changed is in it\.$/,
      );
    });
    if (!file) return; // there is no browser
    assert.equal(file.name, "01-a-photocopy-of-a-photocopy.ipynb");
    const answers = new Map([
      ["sum-starter", right],
      ["half-starter", wrong],
    ]);
    assert.deepEqual(
      parseNotebook(file.text, "").cells,
      chapter.cells.map((cell) => ({ ...cell, source: answers.get(cell.id) ?? cell.source })),
    );

    const { exercises } = readExercises(chapter, parsePercent(exercisesSolutions));
    const names = exercises.map(({ name }) => name);
    const { notebook } = bookAssignment(chapter, exercises, names, new Map(), "genloss");
    const course = gradedCourse({}, notebook);
    mkdirSync(join(course.root, "in/ada"), { recursive: true });
    writeFileSync(join(course.root, "in/ada", file.name), file.text);
    const collected = course.command("collect", join(course.root, "in"), "--assignment", "hw");
    assert.equal(collected.status, 0, collected.err + collected.out);
    const graded = course.command("grade", "hw");
    assert.equal(graded.status, 0, graded.err);
    const results = course.results().map(({ gradeId, status }) => `${gradeId}: ${status}`);
    assert.deepEqual(results.sort(), ["half-check: fail", "sum-check: pass"]);
    assert.deepEqual(
      course.marks().map(({ raw }) => raw),
      [2],
    );
  });

test("answers come back from an exported notebook, and from one that Jupyter wrote, after asking where some would go", async (t) => {
  const withAnswers = (more: (cell: Record<string, unknown>) => object): string => {
    const notebook = JSON.parse(formatNotebook(chapter)) as { cells: Record<string, unknown>[] };
    for (const cell of notebook.cells)
      if (cell.id === "sum-starter") Object.assign(cell, { source: right }, more(cell));
    return JSON.stringify(notebook);
  };
  const folder = folderWith({
    "own.ipynb": withAnswers(() => ({})),
    "renamed.ipynb": withAnswers(() => ({ id: "a1b2", source: right.split(/(?<=\n)/) })),
    "nothing.ipynb": JSON.stringify({ cells: [{ cell_type: "code", source: "1" }] }),
    "broken.ipynb": "{",
  });
  await open(t, site.at("file"), {}, async (page) => {
    const bring = (name: string): Promise<void> =>
      page.locator(".answers input").setInputFiles(join(folder, name));
    const editButton = page.locator("#cell-sum-starter .edit");
    for (const name of ["own.ipynb", "renamed.ipynb"]) {
      await bring(name);
      await say(page, `${name} brought answers to 1 exercise. Nothing of them has run.`);
      assert.equal(await editButton.innerText(), "Edit yours");
      await editButton.click();
      await page.locator("#cell-sum-starter .cm-content").waitFor();
      assert.equal(await page.locator("#cell-sum-starter .cm-content").innerText(), right);
      await bring(name);
      await say(page, `${name} has no answer that you have not.`);
      await page.locator("#cell-sum-starter .reset").click();
      await page.reload();
    }
    await edit(page, "sum-starter", wrong);
    page.once("dialog", (dialog) => void dialog.dismiss());
    await bring("own.ipynb");
    await say(page, "Your answers are as they were.");
    assert.equal(await page.locator("#cell-sum-starter .cm-content").innerText(), wrong);
    page.once("dialog", (dialog) => void dialog.accept());
    await bring("own.ipynb");
    await say(page, "own.ipynb brought answers to 1 exercise");
    assert.equal(await page.locator("#cell-sum-starter .cm-content").innerText(), right);
    for (const name of ["nothing.ipynb", "broken.ipynb"]) {
      await bring(name);
      await say(page, "Cannot bring answers back: the file must be a notebook of this chapter");
      assert.equal(await page.locator("#cell-sum-starter .cm-content").innerText(), right);
    }
  });
});
