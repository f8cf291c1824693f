/** The corpus in the worker of a real page. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Output } from "../../../kernel/notebook/notebook.ts";
import { buildPageModules } from "../../../kernel/pageBuild/buildPageModules.ts";
import { BothBrowsers } from "../../tools/bothBrowsers.ts";
import { assertAsWritten, idOf, observe } from "../corpus/observe.ts";
import { readCorpus } from "../corpus/readCorpus.ts";
import { inFirefox } from "./inFirefox.ts";
import { servePage } from "./worker.ts";

const browsers = new BothBrowsers();
const modules = await buildPageModules([], import.meta.dirname);
for (const isIsolated of [false, true]) {
  const served = await servePage(modules, isIsolated);
  after(() => served.close());
  for (const browser of browsers)
    test(`in a page's worker${isIsolated ? " that can be stopped" : ""}, in ${browser.name}: the corpus`, async (t) => {
      await browser.open(t, served.url, async (page) => {
        const knowsUsing = (await page.evaluate(
          "(() => { try { return Boolean(new Function('{ using x = null }')) } catch { return false } })()",
        )) as boolean;
        for (const notebook of readCorpus()) {
          if (["node", "compiler", "process"].some((flag) => notebook.flags.has(flag))) continue;
          await t.test(notebook.title, async () => {
            const cells = notebook.cells.map(({ source }, index) => ({ id: idOf(index), source }));
            const outputs = (await page.evaluate(
              `runCells(${JSON.stringify(cells)}).then(({ outputs }) => outputs)`,
            )) as Output[][];
            assertAsWritten(
              browser.name === "Firefox" ? inFirefox(notebook, knowsUsing) : notebook,
              outputs.map((made, index) => observe(made, idOf(index))),
            );
          });
        }
      });
      assert.deepEqual(served.asked, []);
    });
}
after(() => browsers.close());
