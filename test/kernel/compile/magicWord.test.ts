import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { magicWord } from "../../../kernel/compile/magicWord.ts";
import { nodeHost } from "../../../kernel/node/nodeHost.ts";
import { OutputQueue } from "../../../kernel/session/outputQueue.ts";
import { Session } from "../../../kernel/session/session.ts";

/** Cells that people bring along from other kernels, and what is said of them. */
const magics: Readonly<Record<string, RegExp>> = {
  "%time 1 + 1": /no magics such as %time.*console\.time\("it"\)/,
  "%timeit f(2)": /no magics such as %timeit.*console\.time\("it"\)/,
  "%%time\n1 + 1": /no magics such as %%time.*console\.time/,
  "%%bash\nls -la\npwd": /no magics such as %%bash.*node:child_process.*execSync\("ls -la"/,
  "!ls": /no !.*execSync\("ls"/,
  "!ls -la": /execSync\("ls -la"/,
  "!ls | wc": /execSync\("ls \| wc"/,
  "!pip install x": /execSync\("pip install x"/,
  "%pip install x": /no magics such as %pip.*execSync\("pip install x"/,
  "%cd ..": /execSync\("cd \.\."/,
  "%matplotlib inline": /no magics such as %matplotlib.*show by themselves/,
  "1 + 1\n%matplotlib inline": /no magics such as %matplotlib/,
  "%load_ext autoreload": /no magics such as %load_ext/,
};

/** Cells of TypeScript: those that work, and those that fail for reasons of their own. */
const fine = [
  "const ready = false; let gone = 0\n!ready && (gone = 1)",
  "const off = false\n!off",
  "!(() => 0)()",
  "const all = [1]; !all.length",
  "const n = 7, m = 4\nn\n%m",
];
const broken = [
  "!nowhere && go()",
  "!nowhere.length",
  "!nowhere()",
  "!nowhere ? 1 : 2",
  "let = 1",
  "const rest = 7 %",
  "nowhere",
  "JSON.parse('%time')",
];

describe("a magic or a shell command of other kernels", async () => {
  const session = new Session(await nodeHost("/notebook.ipynb"));
  const failureOf = async (source: string): Promise<string> => {
    const outcome = await session.run({ id: "[1]", source, outputs: new OutputQueue(() => {}) });
    return outcome.status === "ok" ? "" : outcome.failure.output.traceback.join("\n");
  };
  for (const [source, word] of Object.entries(magics)) {
    test(`gets its one error and a word: ${JSON.stringify(source)}`, async () => {
      assert.match(await failureOf(source), word);
    });
  }
  for (const source of fine)
    test(`is not what runs: ${JSON.stringify(source)}`, async () =>
      assert.equal(await failureOf(source), ""));
  for (const source of broken) {
    test(`is not seen in other mistakes: ${JSON.stringify(source)}`, async () => {
      const failure = await failureOf(source);
      assert.notEqual(failure, "");
      assert.doesNotMatch(failure, /magic|meant for the shell/);
    });
  }

  test("is looked for in the line of the error", () => {
    assert.equal(magicWord("const a = 1\n!ls", 1), undefined);
    assert.match(magicWord("const a = 1\n!ls", 2) ?? "", /child_process/);
    assert.equal(magicWord("", 1), undefined);
    assert.equal(magicWord("!ls", 7), undefined);
  });
});
