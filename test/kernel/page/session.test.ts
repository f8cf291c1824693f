/** What a page's session promises beside what its cells mean. */
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { runInThisContext } from "node:vm";
import type { Output } from "../../../kernel/notebook/notebook.ts";
import type { PageOutcome } from "../../../kernel/page/pageOutcome.ts";
import { buildPageModules } from "../../../kernel/pageBuild/buildPageModules.ts";
import type { CellOutput } from "../../../kernel/session/cellOutput.ts";
import { globalDeclarations } from "../../../kernel/session/globalDeclarations.ts";
import { BothBrowsers } from "../../tools/bothBrowsers.ts";
import { servePage } from "./worker.ts";

const browsers = new BothBrowsers();
const modules = await buildPageModules(
  ["node-inspect-extracted", "./fixtures/load.ts", "node:fs"],
  import.meta.dirname,
);
const plain = await servePage(modules);
const isolated = await servePage(modules, true);
after(async () => {
  plain.close();
  isolated.close();
  await browsers.close();
});

interface Seen {
  readonly outputs: readonly (readonly Output[])[];
  readonly outcomes: readonly PageOutcome[];
  readonly messages: readonly CellOutput[];
  readonly late: readonly string[];
}

const run = (sources: readonly string[], restMs = 0): string =>
  `runCells(${JSON.stringify(sources.map((source, i) => ({ id: `c${i + 1}`, source })))}, ${restMs})`;
const textOf = (output: Output | undefined): unknown =>
  output && "data" in output ? output.data["text/plain"] : output && "text" in output ? output.text : output;

for (const browser of browsers)
  describe(`in a page's worker, in ${browser.name}`, () => {
    const inPage = (
      name: string,
      cells: readonly string[],
      look: (seen: Seen) => void,
      restMs = 0,
      expected?: RegExp,
    ): void =>
      void test(name, async (t) =>
        browser.open(
          t,
          plain.url,
          async (page) => look((await page.evaluate(run(cells, restMs))) as Seen),
          expected,
        ),
      );

    inPage(
      "every name of the cells is there; what no front end answers is refused in words",
      [
        ...Object.keys(globalDeclarations).map((name) => `typeof ${name}`),
        "await input('?')",
        "require('fs')",
      ],
      ({ outputs }) => {
        const shown = outputs.map(([output]) => textOf(output));
        for (const text of shown.slice(0, -2)) assert.match(String(text), /^'(?:function|object)'$/);
        const [asked, required] = outputs.slice(-2).map(([output]) => output as { evalue: string });
        assert.match(asked!.evalue, /Cannot ask for input: this front end does not answer questions/);
        assert.match(required!.evalue, /Cannot require "fs" in a page: write import/);
      },
    );

    const sums = `["exp", "expm1", "log", "log1p", "log2"].map((name) => {
      const digits = new Float64Array(1), words = new Uint32Array(digits.buffer);
      let sum = 0;
      for (let x = 1e-3, i = 0; i < 200_000; i += 1, x = x * 1.000037 + 1e-7) {
        digits[0] = Math[name](x);
        sum = (Math.imul(sum, 31) + words[0] + Math.imul(words[1], 17)) | 0;
      }
      return name + " " + sum;
    }).join()`;
    inPage("what models are made of gives the digits that the build has", [sums], ({ outputs }) =>
      assert.deepEqual(outputs[0]!.map(textOf), [`'${runInThisContext(sums)}'`]),
    );

    inPage(
      "a control keeps the value that its cell gives",
      ["const n = slider({ min: 0, max: 10, value: 4, label: 'n' }); n.value", "n.value + 1"],
      ({ outputs }) =>
        assert.deepEqual(
          outputs.map((made) => made.map(textOf)),
          [["n: 4", "4"], ["5"]],
        ),
    );

    inPage(
      "imports are those of the page's table",
      [
        'import { inspect } from "node-inspect-extracted"; inspect({ a: 1 })',
        'const { inspect: again } = await import("node-inspect-extracted"); again === inspect',
        'import "lodash"',
        'import "node:fs"',
        // What a module imports on demand comes, whatever it calls its own functions.
        'import { load } from "./fixtures/load.ts"; await load("later")',
      ],
      ({ outputs }) => {
        assert.deepEqual(
          outputs.slice(0, 2).map(([output]) => textOf(output)),
          ["'{ a: 1 }'", "true"],
        );
        assert.match(
          (outputs[2]![0] as { evalue: string }).evalue,
          /Cannot import "lodash" in a page: this page holds \.\/fixtures\/load\.ts, node-inspect-extracted; open its notebook in Jupyter/,
        );
        assert.match((outputs[3]![0] as { evalue: string }).evalue, /Cannot import "node:fs" in a page/);
        assert.equal(textOf(outputs[4]![0]), "'came later'");
      },
    );

    inPage(
      "a chart is drawn without a canvas",
      [
        '({ $schema: "https://vega.github.io/schema/vega-lite/v5.json", data: { values: [{ a: 1 }] }, mark: "point", encoding: { x: { field: "a" } } })',
      ],
      ({ outputs }) => {
        const [shown] = outputs[0] as unknown as readonly [{ data: Record<string, string> }];
        assert.match(shown.data["image/svg+xml"] ?? "", /^<svg/);
      },
    );

    inPage(
      "100 000 lines are few messages, whole and in order",
      ["for (let i = 0; i < 100_000; i++) console.log(i)"],
      ({ outputs, messages }) => {
        const text = Array.from({ length: 100_000 }, (_, i) => `${i}\n`).join("");
        assert.deepEqual(outputs[0], [{ output_type: "stream", name: "stdout", text }]);
        assert.ok(messages.length <= 100, `${messages.length} messages`);
      },
    );

    inPage(
      "what fails in a timer is told, and shown in the cell that set it",
      ["setTimeout(() => { throw new Error('late') }, 30)", "1", "void Promise.reject(new Error('nobody'))"],
      ({ outputs, late, outcomes }) => {
        // On a busy machine the timer may be due before the third cell runs.
        assert.deepEqual([...late].sort(), ["c1", "c3"]);
        assert.deepEqual(
          outcomes.map(({ status }) => status),
          ["ok", "ok", "ok"],
        );
        assert.equal((outputs[0]!.at(-1) as { evalue: string }).evalue, "late");
        assert.equal((outputs[2]!.at(-1) as { evalue: string }).evalue, "nobody");
      },
      1000,
      // Firefox logs a rejection whose event was prevented, in a worker and in a window.
      browser.name === "Firefox" ? /^Error: nobody$/ : undefined,
    );
  });

const stops = {
  "a loop": "for (;;);",
  "an await": "await new Promise(() => {})",
  "a library's loop": "Array.from({ length: 2 ** 32 - 1 }, Math.sqrt)",
};
for (const [what, source] of Object.entries(stops)) {
  for (const browser of browsers)
    for (const [where, served] of Object.entries({ plain, isolated })) {
      test(`${what} is stopped in a page that is ${where}, and the next cell runs, in ${browser.name}`, async (t) => {
        await browser.open(t, served.url, async (page) => {
          const seen = (await page.evaluate(`(async () => {
          const session = open();
          try {
          const told = await session.run({ id: "a", source: "let kept = 1" });
          const running = session.run({ id: "b", source: ${JSON.stringify(source)} });
          await new Promise((done) => setTimeout(done, 100));
          const how = await session.stop();
          const outcome = await running;
          const next = await session.run({ id: "c", source: "typeof kept" });
          return { how, outcome: outcome.status, next: next.status };
          } finally {
            session[Symbol.dispose]();
          }
        })()`)) as { how: string; outcome: string; next: string };
          const keeps = where === "isolated" && what !== "a library's loop";
          assert.deepEqual(seen, {
            how: keeps ? "stopped" : "restarted",
            outcome: keeps ? "error" : "gone",
            next: "ok",
          });
        });
      });
    }
}
