import assert from "node:assert/strict";
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, type TestContext, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import type { Locator } from "playwright-core";
import { type Found, findJupyter } from "../jupyter/tools/jupyter.ts";
import { answerWithin } from "../tools/answerWithin.ts";
import { findChromium } from "../tools/chromium.ts";
import { isSilence } from "../tools/noAnswer.ts";
import { onceMore } from "../tools/onceMore.ts";
import type { NotebookPage } from "./tools/notebookPage.ts";
import { type Lab, startLab } from "./tools/startLab.ts";

const chapter = "01-a-photocopy-of-a-photocopy.ipynb";
const empty = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {
    kernelspec: { name: "genloss", display_name: "TypeScript (Generation Loss)", language: "typescript" },
  },
  cells: [{ cell_type: "code", id: "first", metadata: {}, execution_count: null, outputs: [], source: "" }],
};

/** What pages have and Node has not. */
interface Styles {
  getComputedStyle(element: unknown): { color: string };
}

let lab: Lab | undefined;
let reason = "";
let notebook: NotebookPage | undefined;
/** Starts all anew, once. */
let restart: (() => Promise<void>) | undefined;
const done: ((own: NotebookPage, lab: Lab, t: TestContext) => Promise<void>)[] = [];
/** Longest test; each step in it has its own bound. */
const patienceMs = 300_000;

before(async () => {
  const [jupyter, browser]: [Found, Awaited<ReturnType<typeof findChromium>>] = [
    await findJupyter(),
    await findChromium(),
  ];
  if ("reason" in jupyter) reason = jupyter.reason;
  else if ("reason" in browser) reason = browser.reason;
  else await onceMore({ diagnostic: (line) => console.error(line) }, () => start(jupyter.root, browser.path));
  restart = async () => {
    if (!("reason" in jupyter || "reason" in browser)) await start(jupyter.root, browser.path);
  };
});

after(() => lab?.[Symbol.asyncDispose]());

/** JupyterLab with its notebooks, in place of one that there may have been. */
async function start(root: string, browserPath: string): Promise<void> {
  await lab?.[Symbol.asyncDispose]();
  lab = undefined;
  lab = await startLab(root, browserPath, process.env.LAB_THEME);
  await copyFile(join(root, "notebooks", chapter), join(lab.folder, chapter));
  await writeFile(join(lab.folder, "own.ipynb"), JSON.stringify(empty));
  notebook = await lab.open("own.ipynb");
}

/** A test in the notebook that all tests share; they stand in the order in which they run. */
function inLab(name: string, look: (own: NotebookPage, lab: Lab, t: TestContext) => Promise<void>): void {
  test(name, async (t) => {
    if (!lab || !notebook) return t.skip(reason);
    try {
      await answerWithin(patienceMs, `JupyterLab, ${name}`, look(notebook, lab, t), () => {});
    } catch (error) {
      await notebook.picture(`failed-${name.replace(/\W+/g, "-")}`);
      if (!isSilence(error) || !restart) throw error;
      await again(error, t);
      await look(notebook, lab, t);
    }
    done.push(look);
  });
}

/** One that fell silent has, once, a successor in which everything up to then happens anew. */
async function again(silence: Error, t: TestContext): Promise<void> {
  t.diagnostic(`${silence.message.split("\n")[0]}; JupyterLab was ended, and is tried once more`);
  const begin = restart;
  restart = undefined;
  reason = "JupyterLab has fallen silent twice";
  await begin?.();
  if (lab && notebook) for (const earlier of done) await earlier(notebook, lab, t);
}

inLab("the kernel has its name, and its logo on the launcher", async ({ page }) => {
  await page.locator(".jp-Toolbar-kernelName", { hasText: "TypeScript (Generation Loss)" }).waitFor();
  await page.locator(".lm-DockPanel-tabBar .lm-TabBar-addButton").click();
  const logo = page.locator(".jp-LauncherCard[title='TypeScript (Generation Loss)'] img").first();
  await logo.waitFor();
  const isDrawn = await logo.evaluate(async (image: { decode(): Promise<void>; naturalWidth: number }) => {
    await image.decode();
    return image.naturalWidth > 0;
  });
  assert.ok(isDrawn);
  await page.locator(".lm-TabBar-tab.lm-mod-current .lm-TabBar-tabCloseIcon").click();
});

inLab("cells are highlighted as TypeScript", async (own) => {
  const cell = await own.write("type Pair = readonly [number, string]; // two\nconst pair: Pair = [1, 'a'];");
  const colour = (text: string): Promise<string> =>
    cell
      .locator(".cm-line span", { hasText: new RegExp(`^${text}$`) })
      .first()
      .evaluate((span) => (globalThis as unknown as Styles).getComputedStyle(span).color);
  const keyword = await colour("const");
  assert.equal(await colour("type"), keyword, "a keyword that JavaScript does not have");
  assert.notEqual(await colour("// two"), keyword);
  assert.notEqual(await colour("'a'"), keyword);
});

inLab("all of chapter 1 runs, and charts are drawn", async (_own, { folder, open }, t) => {
  const { cells } = JSON.parse(await readFile(join(folder, chapter), "utf8")) as {
    cells: { cell_type: string; metadata: { tags?: string[] } }[];
  };
  const opened = await open(chapter);
  t.after(async () => {
    await opened.picture("chapter-end");
    await opened.close();
  });
  await opened.menu("Run", "Run All Cells");
  const code = opened.page.locator(".jp-CodeCell");
  await opened.finished(code.last());
  const codeCells = cells.filter((cell) => cell.cell_type === "code");
  assert.equal(await code.count(), codeCells.length);
  for (const [index, { metadata }] of codeCells.entries()) {
    const errors = code
      .nth(index)
      .locator(
        "[data-mime-type='application/vnd.jupyter.stderr'], .jp-OutputArea-output[data-mime-type='application/vnd.jupyter.error']",
      );
    const mayFail = metadata.tags?.includes("raises-exception") ?? false;
    if (!mayFail) assert.equal(await errors.count(), 0, `cell ${index + 1}: ${await errors.allInnerTexts()}`);
  }
  const charts = opened.page.locator(".vega-embed canvas, .vega-embed svg.marks");
  assert.ok((await charts.count()) >= 3, `${await charts.count()} charts`);
  const { width, height } = (await charts.first().boundingBox())!;
  assert.ok(width > 200 && height > 100, `${width} × ${height}`);
  await charts.first().scrollIntoViewIfNeeded();
  await opened.picture("chapter-chart");
  for (const table of (await opened.page.locator(".jp-OutputArea-output table").all()).slice(0, 1)) {
    await table.scrollIntoViewIfNeeded();
    await opened.picture("chapter-table");
  }
});

inLab("in chapter 1 a citation leads to the work, and a word to its figure", async (_own, { open }, t) => {
  const opened = await open(chapter);
  t.after(() => opened.close());
  const links = opened.page.locator(".jp-RenderedMarkdown a");
  const work = await links.filter({ hasText: "@shumailov2024" }).first().getAttribute("href");
  assert.match(work ?? "", /^https:\/\/doi\.org\//);
  const figure = opened.page.locator(".jp-CodeCell", { hasText: "paths(" }).first();
  const place = async () => (await figure.boundingBox())!.y;
  const before = await place();
  await links.filter({ hasText: /^Figure$/ }).click();
  for (const until = Date.now() + 10_000; (await place()) === before && Date.now() < until; )
    await pause(100);
  const { height } = opened.page.viewportSize()!;
  const after = await place();
  assert.ok(
    after !== before && after >= 0 && after < height,
    `the figure was at ${before} and is at ${after}`,
  );
});

inLab("a steered figure follows Vega's own list and slider", async (own) => {
  const { cell } = await own.run(`import { bars, steered } from "generation-loss";
steered({
  sliders: {
    k: { label: "cut k", values: [1, 10, 100] },
    share: { label: "human share", values: [0.1, 0.2, 0.3] },
  },
  figure: ({ k, share }) => bars({ bars: [{ label: "kept", value: k * share }], x: "items" }),
})`);
  const chart = cell.locator(".vega-embed canvas");
  await chart.waitFor();
  const seen = new Set<string>();
  const look = async (): Promise<void> => {
    await own.page.waitForTimeout(300); // Vega draws in the next frame
    seen.add(await chart.evaluate((canvas: { toDataURL(): string }) => canvas.toDataURL()));
  };
  await look();
  await cell.locator(".vega-bind", { hasText: "cut k" }).locator("select").selectOption("100");
  await look();
  const range = cell.locator(".vega-bind", { hasText: "human share" }).locator("input[type=range]");
  // As dragging does; JupyterLab keeps the arrow keys for its cells.
  await range.fill("0.2");
  await look();
  await range.fill("0.3");
  await look();
  await own.picture("steered");
  assert.equal(seen.size, 4, "each setting has a picture of its own");
});

inLab("completion offers the members of the type", async (own) => {
  await own.run("/** Words of a book. */\nconst words: readonly string[] = ['whale', 'sea'];");
  await own.write("words.");
  await own.page.keyboard.press("Tab");
  const offered = own.page.locator(".jp-Completer:not(.lm-mod-hidden)");
  await offered.getByText("flatMap", { exact: true }).waitFor();
  await own.picture("completion");
  assert.equal(await offered.getByText("push", { exact: true }).count(), 0, "a readonly array has no push");
  await own.page.keyboard.press("Escape");
});

inLab("Shift+Tab shows the type and what is written about it", async (own) => {
  await own.write("words");
  await own.page.keyboard.press("Shift+Tab");
  const shown = own.page.locator(".jp-Tooltip");
  await shown.getByText("Words of a book").waitFor(); // the box is there before its text
  await own.picture("inspect");
  assert.match(String(await shown.textContent()), /words: readonly string\[\]/);
  assert.match(String(await shown.textContent()), /Words of a book/);
  await own.page.keyboard.press("Escape");
});

inLab("a type error is marked in the cell's output, and the cell runs", async (own) => {
  const { cell } = await own.run('const n: number = "three";\nn');
  await cell.getByText("not assignable").waitFor(); // it may come after the cell's end
  await own.picture("type-error");
  const text = await own.textBelow(cell);
  assert.match(text, /line 1: Type 'string' is not assignable to type 'number'/);
  assert.match(text, /> 1 \| const n: number = "three";/);
  assert.match(String(await cell.locator(".jp-OutputArea-executeResult").textContent()), /'three'/);
});

inLab("cells that run one after the other each show their own finding", async (own) => {
  const cells: Locator[] = [];
  for (let i = 0; i < 5; i += 1)
    cells.push(await own.start(`const part${i}: number = "word ${i}";\npart${i}`));
  for (const [i, cell] of cells.entries()) {
    await cell.getByText("not assignable").waitFor();
    const text = await own.textBelow(cell);
    assert.match(text, new RegExp(`> 1 \\| const part${i}: number = "word ${i}"`));
    assert.equal(text.match(/not assignable/g)?.length, 1, text);
  }
  await own.picture("findings-in-a-row");
});

inLab("an error shows its line and no frames of ours", async (own) => {
  const { text } = await own.run(
    "function divide(a: number, b: number): number {\n  if (b === 0) throw new RangeError('b must not be 0');\n  return a / b;\n}\ndivide(1, 0)",
  );
  await own.picture("error");
  assert.match(text, /^RangeError: b must not be 0/);
  assert.match(text, /in cell \[\d+\], line 2/);
  assert.doesNotMatch(text, /kernel\/|node:internal/);
});

inLab("the stop button ends a loop, and the next cell sees earlier state", async (own) => {
  await own.run("const kept = 42;");
  const loop = await own.start("let turns = 0;\nwhile (true) { turns += 1 }");
  await own.page.locator(".jp-Notebook-ExecutionIndicator[data-status='busy']").waitFor();
  await own.page.waitForTimeout(500);
  await own.button("interrupt");
  await own.finished(loop);
  await own.picture("interrupted");
  assert.match(await own.textBelow(loop), /Interrupted/);
  assert.equal((await own.run("kept + (turns > 0 ? 0 : 1)")).text.trim(), "42");
});

inLab("input() asks in the notebook", async (own) => {
  const cell = await own.start('const who = await input("Who are you? ");\nwho.toUpperCase()');
  const line = cell.locator(".jp-Stdin-input");
  await line.waitFor();
  await own.picture("input");
  await line.fill("Ishmael");
  await line.press("Enter");
  await own.finished(cell);
  assert.match(await own.textBelow(cell), /'ISHMAEL'/);
});

inLab("a slider moves a value", async (own) => {
  const { cell } = await own.run(
    'const m = slider({ min: 0, max: 10, step: 1, value: 3, label: "M" });\nm.onChange((value) => { console.log("moved to", value) });',
  );
  const handle = cell.locator(".noUi-handle");
  await handle.waitFor();
  await handle.press("ArrowRight");
  await handle.press("ArrowRight");
  await cell.locator(".jp-OutputArea-output", { hasText: "moved to 5" }).waitFor();
  await own.picture("slider");
  assert.match(await own.textBelow(cell), /moved to 4\nmoved to 5\s*$/);
  assert.doesNotMatch(await own.textBelow(cell), /onChange/, "a control is not shown again as an object");
  assert.equal((await own.run("m.value")).text.trim(), "5");
});

inLab("tables, pictures, progress and errors are shown", async (own) => {
  const shown = [
    '[{ word: "whale", seen: 1226, share: 0.0057212 }, { word: "sea", seen: 455, share: 0.0021233 }]',
    'for (const step of progress(Array.from({ length: 40 }, (_, i) => i), { label: "epochs" })) await new Promise((r) => setTimeout(r, 20));',
    "const t = { shape: [8, 8], dtype: 'float32', dataSync: () => Float32Array.from({ length: 64 }, (_, i) => Math.sin(i / 6)) }; t",
    'display(image(`<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><rect width="60" height="20" fill="#0072b2"/></svg>`, "a bar")); html("<b>bold</b> words")',
    "Float64Array.from({ length: 4000 }, (_, i) => i)",
    'new Error("displayed, not thrown", { cause: new Error("why") })',
  ];
  const cells = [];
  for (const source of shown) cells.push((await own.run(source)).cell);
  const [table, bar, heat, picture, numbers, error] = cells as [
    Locator,
    Locator,
    Locator,
    Locator,
    Locator,
    Locator,
  ];
  await table.scrollIntoViewIfNeeded();
  await own.picture("rich-table");
  await error.scrollIntoViewIfNeeded();
  await own.picture("rich-rest");
  assert.equal(await table.locator("th[scope=row]").first().textContent(), "whale");
  assert.match(await own.textBelow(bar), /epochs 40\/40/);
  assert.equal(await heat.locator("svg[role=img]").count(), 1);
  assert.equal(await picture.locator(".jp-RenderedSVG img, .jp-RenderedSVG svg").count(), 1);
  assert.equal(await picture.locator("b").textContent(), "bold");
  assert.match(await own.textBelow(numbers), /Float64Array\(4000\): 0 to 3999/);
  assert.match(await own.textBelow(error), /displayed, not thrown\n {2}Caused by Error: why/);
});

inLab("after a restart nothing is known", async (own) => {
  await own.button("restart");
  await own.page.getByRole("button", { name: "Confirm Kernel Restart" }).click();
  await own.page
    .locator("#jp-main-statusbar", { hasText: /Restarting|Connecting/ })
    .waitFor({ timeout: 2000 })
    .catch(() => {}); // it may be over already
  await own.ready();
  assert.match((await own.run("kept")).text, /ReferenceError: kept is not defined/);
  await own.picture("restarted");
});

inLab("Ctrl+C ends JupyterLab without a question", async (_own, running) => {
  assert.equal(await running.stop(), 0);
  assert.doesNotMatch(running.words(), /Traceback/);
});
