import assert from "node:assert/strict";
import { basename } from "node:path";
import { describe, test } from "node:test";
import type { CodeCell, Notebook, Output } from "../../../kernel/notebook/notebook.ts";
import { type Launch, launchNode } from "../../../kernel/run/launch.ts";
import { type RunOptions, type RunReport, runNotebook } from "../../../kernel/run/runNotebook.ts";

const path = new URL("../corpus/fixtures/notebook.ipynb", import.meta.url).pathname;

function notebookOf(...sources: (string | [source: string, ...tags: string[]])[]): Notebook {
  const cells = sources.map((given, index): CodeCell => {
    const [source = "", ...tags] = [given].flat();
    return {
      cell_type: "code",
      id: `c${index + 1}`,
      source,
      metadata: { tags },
      execution_count: 99,
      outputs: [{ output_type: "stream", name: "stdout", text: "stale" }],
    };
  });
  return Object.freeze({ cells: Object.freeze(cells), metadata: {}, nbformat: 4, nbformat_minor: 5 });
}

const run = (notebook: Notebook, options: Partial<RunOptions> = {}): Promise<RunReport> =>
  runNotebook(notebook, { path, timeoutMs: 20_000, ...options });

const outputsOf = ({ notebook }: RunReport): (readonly Output[])[] =>
  notebook.cells.map((cell) => (cell.cell_type === "code" ? cell.outputs : []));

const stdoutOf = (outputs: readonly Output[] = []): string =>
  outputs.map((output) => (output.output_type === "stream" ? output.text : "")).join("");

describe("runNotebook()", { concurrency: 2 }, () => {
  test("a cell that prints 560 MB is cut short with a word, and the next one runs", async () => {
    const report = await run(
      notebookOf('for (let i = 0; i < 560; i++) console.log("x".repeat(1e6))', "1 + 1"),
      { timeoutMs: 120_000 },
    );
    assert.equal(report.failure, undefined);
    const [printed = [], shown] = outputsOf(report);
    assert.equal(stdoutOf(printed.slice(0, 1)).length, 128_000_000);
    assert.match(stdoutOf(printed.slice(1)), /not shown from here on: this cell has written 128 million/);
    assert.equal(shown?.[0]?.output_type, "execute_result");
  });

  test("a cell has the limits that it is given", async () => {
    const report = await run(
      notebookOf(
        'console.log("x".repeat(500)); console.log("more")',
        "for (let i = 0; i < 5; i++) display(i)",
      ),
      { limits: { characters: 200, displays: 2 } },
    );
    assert.equal(report.failure, undefined);
    const [printed = [], shown = []] = outputsOf(report);
    assert.equal(stdoutOf(printed.slice(0, 1)), "x".repeat(200));
    assert.match(stdoutOf(printed.slice(1)), /this cell has written 200 characters\n$/);
    assert.equal(shown.filter(({ output_type }) => output_type === "display_data").length, 2);
  });

  test("cells see the environment that they are given, and nothing else of this process's", async () => {
    process.env.NOBODYS_SECRET = "seen";
    try {
      const source = "[process.env.NOBODYS_SECRET, process.env.GIVEN]";
      const shown = async (options: Partial<RunOptions>): Promise<string> =>
        JSON.stringify(outputsOf(await run(notebookOf(source), options))[0]);
      assert.match(await shown({}), /\[ 'seen', undefined \]/);
      assert.match(await shown({ env: { PATH: process.env.PATH, GIVEN: "1" } }), /\[ undefined, '1' \]/);
    } finally {
      delete process.env.NOBODYS_SECRET;
    }
  });

  test("who starts the process is an argument: it sees what it starts, and a failure of its own is told", async () => {
    const started: string[] = [];
    const launch: Launch = (entry, args, options) => {
      started.push(basename(entry), basename(args[0] ?? ""), basename(options.cwd));
      return launchNode(entry, args, options);
    };
    const report = await run(notebookOf("1 + 1"), { launch });
    assert.equal(report.failure, undefined);
    assert.deepEqual(started, ["child.ts", "notebook.ipynb", "fixtures"]);
    const nothing: Launch = (_entry, args, options) => launchNode("/nowhere/child.ts", args, options);
    const { failure } = await run(notebookOf("1 + 1"), { launch: nothing });
    assert.equal(failure?.name, "DeadKernel");
    assert.match(
      failure?.message ?? "",
      /The process that ran the cell ended with code 1[\s\S]*Cannot find module/,
    );
  });

  test("stops at a failure, and says where it is", async () => {
    const events: string[] = [];
    const report = await run(notebookOf("1", "\nnowhere", "3"), {
      onCell: ({ type, id, number, total, failed }) =>
        events.push([type, id, number, total, failed].join(" ")),
    });
    assert.deepEqual(
      { cellId: report.failure?.cellId, index: report.failure?.cellIndex, line: report.failure?.line },
      { cellId: "c2", index: 1, line: 2 },
    );
    assert.deepEqual(events, ["start c1 1 3 ", "end c1 1 3 false", "start c2 2 3 ", "end c2 2 3 true"]);
    assert.deepEqual(
      outputsOf(report).map((outputs) => outputs.map(({ output_type }) => output_type)),
      [["execute_result"], ["error"], []],
    );
  });

  test("goes on with allowErrors, and after a cell that may fail", async () => {
    const allowed = await run(notebookOf("nowhere", "2"), { allowErrors: true });
    assert.equal(allowed.failure?.cellId, "c1");
    assert.equal(outputsOf(allowed)[1]?.[0]?.output_type, "execute_result");
    const some = await run(notebookOf("nowhere", "throw new RangeError('b')", "3"), {
      allowErrors: ({ name }) => name !== "RangeError",
    });
    assert.deepEqual(
      outputsOf(some).map((outputs) =>
        outputs?.map((output) => output.output_type === "error" && output.ename),
      ),
      [["ReferenceError"], ["RangeError"], []],
    );
    const tagged = await run(notebookOf(["nowhere", "raises-exception"], "2"));
    assert.equal(tagged.failure, undefined);
    assert.equal(outputsOf(tagged)[1]?.[0]?.output_type, "execute_result");
  });

  test("leaves out empty cells and those tagged skip-execution, with their old outputs", async () => {
    const report = await run(notebookOf("", " \n", ["throw 1", "skip-execution"], "4"));
    assert.deepEqual(
      report.notebook.cells.map(
        (cell) => cell.cell_type === "code" && [cell.execution_count, cell.outputs.length],
      ),
      [
        [null, 0],
        [null, 0],
        [null, 0],
        [1, 1],
      ],
    );
  });

  for (const [how, source] of [
    ["a loop", "console.log('begun'); while (true) {}"],
    ["a wait", "console.log('begun'); await new Promise(() => setInterval(() => {}, 10))"],
  ] as const) {
    test(`ends ${how} that takes too long, and the run with it, also where errors are allowed`, async () => {
      const report = await run(notebookOf([source, "raises-exception"], "2"), {
        timeoutMs: 700,
        allowErrors: true,
      });
      assert.equal(report.failure?.name, "Timeout");
      assert.match(report.failure?.message ?? "", /longer than 0.7 s/);
      assert.equal(stdoutOf(outputsOf(report)[0]), "begun\n");
      assert.deepEqual(outputsOf(report)[1], []);
    });
  }

  for (const [how, source, message] of [
    ["process.exit()", "console.log('said'); process.exit(0)", /ended with code 0/],
    ["a signal", "console.log('said'); process.kill(process.pid, 'SIGKILL')", /ended by SIGKILL/],
    [
      "process.abort()",
      "console.log('said'); await new Promise((r) => setTimeout(r, 50)); process.abort()",
      /ended by SIGABRT/,
    ],
  ] as const) {
    test(`reports a process that ${how} ended, with what it had said`, async () => {
      const report = await run(notebookOf(source, "2"));
      assert.equal(report.failure?.name, "DeadKernel");
      assert.match(report.failure?.message ?? "", message);
      assert.equal(report.failure?.cellId, "c1");
      if (how !== "a signal") assert.equal(stdoutOf(outputsOf(report)[0]), "said\n");
    });
  }

  test("counts a late failure against the cell that caused it", async () => {
    const wait = "await new Promise((resolve) => setTimeout(resolve, 150))";
    const cause = "void setTimeout(() => { throw new Error('late') }, 30)";
    const report = await run(notebookOf(cause, wait));
    assert.equal(report.failure?.cellIndex, 0);
    assert.equal(outputsOf(report)[0]?.at(-1)?.output_type, "error");
    assert.equal((await run(notebookOf([cause, "raises-exception"], wait))).failure, undefined);
  });

  test("keeps 10 000 lines complete and in order", async () => {
    const report = await run(notebookOf("for (let i = 0; i < 10_000; i++) console.log(i)"));
    const expected = Array.from({ length: 10_000 }, (_, index) => `${index}\n`).join("");
    assert.equal(stdoutOf(outputsOf(report)[0]), expected);
    assert.equal(outputsOf(report)[0]?.length, 1);
  });

  test("keeps 20 MB of output", async () => {
    const report = await run(
      notebookOf("for (let i = 0; i < 20; i++) process.stdout.write('x'.repeat(1e6)); 0"),
    );
    assert.equal(stdoutOf(outputsOf(report)[0]).length, 20e6);
  });

  test("runs two notebooks at once, each with its own names", async () => {
    const reports = await Promise.all(
      ["1", "2"].map((n) => run(notebookOf(`globalThis.n = ${n}`, "await 0; n"))),
    );
    assert.deepEqual(
      reports.map((report) =>
        outputsOf(report)[1]?.map((output) => "data" in output && output.data["text/plain"]),
      ),
      [["1"], ["2"]],
    );
  });

  test("leaves the given notebook as it is", async () => {
    const notebook = notebookOf("1");
    const before = structuredClone(notebook);
    await run(notebook);
    assert.deepEqual(structuredClone(notebook), before);
  });

  test("prints without colours, whatever the environment asks for", async () => {
    process.env.FORCE_COLOR = "1";
    try {
      const report = await run(notebookOf("console.log({ a: 1 })"));
      assert.equal(stdoutOf(outputsOf(report)[0]), "{ a: 1 }\n");
    } finally {
      delete process.env.FORCE_COLOR;
    }
  });
});
